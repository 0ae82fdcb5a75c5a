import { expect, it } from 'vitest';
import { isPaymentPage } from './leave';

const OWN = 'http://localhost:8080';

it.each(['https://checkout.stripe.com/c/pay/cs_1', 'http://localhost:8080/dev/stripe/checkout/cs_1'])(
  'people are led to %s',
  address => {
    expect(isPaymentPage(address, OWN)).toBe(true);
  },
);

it.each([
  'http://checkout.stripe.com/c/pay/cs_1',
  'javascript:alert(1)',
  'data:text/html,hello',
  'http://localhost:8080/memory',
  'http://localhost:8080.example.org/dev/stripe',
  '/dev/stripe/checkout/cs_1',
  '',
])('people are not led to “%s”', address => {
  expect(isPaymentPage(address, OWN)).toBe(false);
});
