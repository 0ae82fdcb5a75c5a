import type { Texts } from '../en';
import type { SameShape } from '../same-shape';
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

export const texts: SameShape<Texts> = {
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
};
