import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

/** What may know what: shared ← features ← app; a feature knows itself and shared only. */
const layers = {
  plugins: { boundaries },
  files: ['src/**/*.{ts,tsx}'],
  settings: {
    'boundaries/elements': [
      { type: 'shared', pattern: 'src/shared' },
      { type: 'feature', pattern: 'src/features/*', capture: ['feature'] },
      { type: 'app', pattern: 'src/app' },
      { type: 'testing', pattern: 'src/testing' },
    ],
    'boundaries/ignore': ['**/*.test.{ts,tsx}'],
    'import/resolver': { typescript: { project: './tsconfig.json' } },
  },
  rules: {
    'boundaries/element-types': [
      'error',
      {
        default: 'disallow',
        rules: [
          { from: 'shared', allow: ['shared'] },
          { from: 'feature', allow: ['shared', ['feature', { feature: '${from.feature}' }]] },
          { from: 'app', allow: ['shared', 'feature', 'app'] },
          { from: 'testing', allow: ['shared', 'feature', 'app', 'testing'] },
        ],
      },
    ],
  },
};

export default defineConfig(
  { ignores: ['dist', 'node_modules', 'src/shared/api/schema.d.ts'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  hooks.configs.flat['recommended-latest'],
  /** @type {import('eslint').Linter.Config} */ (a11y.flatConfigs.strict),
  { files: ['**/*.js', '**/*.mjs'], ...ts.configs.disableTypeChecked },
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'scripts/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/only-throw-error': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      // Markup of our own goes through React; nothing else may put any into a page.
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text is data, never markup.' },
        { property: 'outerHTML', message: 'Text is data, never markup.' },
        { property: 'insertAdjacentHTML', message: 'Text is data, never markup.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text is data, never markup.' },
      ],
    },
  },
  layers,
  {
    files: ['**/*.test.{ts,tsx}', 'e2e/**', 'src/testing/**', 'scripts/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': 'off',
    },
  },
);
