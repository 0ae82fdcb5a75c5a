export const feedback = {
  title: 'Feedback',
  lead: 'Tell the people who run this place what you think. They read all of it.',
  category: 'What is it?',
  categories: { idea: 'An idea', bug: 'Something is broken', praise: 'Praise', other: 'Something else' },
  message: 'Your words',
  hint: 'The page that you are on is sent along, without what is on it.',
  missing: 'Write some words first.',
  submit: 'Send',
  thanks: 'Thank you!',
  thanksText: 'Your words have arrived, and somebody will read them.',
  done: 'Done',
} as const;
