import { describe, expect, it } from 'vitest';
import { contrast, parseColour } from './contrast';

describe('contrast', () => {
  it('goes from 1 to 21', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
    expect(contrast([9, 9, 9], [9, 9, 9])).toBe(1);
  });

  it('is the same both ways, and known for a known pair', () => {
    expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
    expect(contrast([255, 255, 255], [118, 118, 118])).toBeCloseTo(4.54, 2);
  });

  it.each([
    ['rgb(27, 38, 32)', [27, 38, 32]],
    ['rgba(0, 0, 0, 0.5)', [0, 0, 0]],
    ['rgb(1 2 3 / 0.4)', [1, 2, 3]],
    ['light-dark(#fff, #000)', undefined],
    ['', undefined],
  ])('reads %j', (text, colour) => {
    expect(parseColour(text)).toEqual(colour);
  });
});
