import { account } from './account';
import { administration } from './administration';
import { billing } from './billing';
import { chat } from './chat';
import { common } from './common';
import { dashboard } from './dashboard';
import { design } from './design';
import { errors } from './errors';
import { feedback } from './feedback';
import { landing } from './landing';
import { memory } from './memory';
import { operations } from './operations';
import { palette } from './palette';
import { profile } from './profile';
import { support } from './support';

/** All texts of the app. English is the language that the others are measured by. */
export const texts = {
  account,
  administration,
  billing,
  chat,
  common,
  dashboard,
  design,
  errors,
  feedback,
  landing,
  memory,
  operations,
  palette,
  profile,
  support,
} as const;

export type Texts = typeof texts;
