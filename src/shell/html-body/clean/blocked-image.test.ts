import { describe, expect, test } from 'vitest';
import { isTrackerSized, placeholder } from './blocked-image.ts';

const image = (attributes: Record<string, string>) => ({
  getAttribute: (name: string) => attributes[name] ?? null,
});

describe('an image that nobody could see', () => {
  test.each([
    { width: '1', height: '1' },
    { width: '0', height: '0' },
    { width: '1px', height: '2' },
    { style: 'width:1px;height:1px' },
    { style: 'border:0; height: 1px !important; width: 1px !important' },
    { style: 'display:none' },
    { style: 'color:red; visibility: hidden' },
    { style: 'opacity:0' },
  ])('is known by %j', (attributes) => {
    expect(isTrackerSized(image(attributes as Record<string, string>))).toBe(true);
  });

  test.each([
    {},
    { width: '600', height: '1' },
    { width: '100%', height: '1' },
    { style: 'max-width:1px' },
    { style: 'opacity:0.5' },
    { style: 'min-width:1px;min-height:1px' },
  ])('is not every small thing: %j', (attributes) => {
    expect(isTrackerSized(image(attributes as Record<string, string>))).toBe(false);
  });
});

describe('what stands for a blocked image', () => {
  test('names the host that was not asked, as text', () => {
    const drawing = decodeURIComponent(placeholder(image({}), 'a<b>&.example'));
    expect(drawing).toContain('Image from a&lt;b>&amp;.example blocked');
  });

  test('says less where there is less room', () => {
    const drawing = decodeURIComponent(
      placeholder(image({ width: '168', height: '112' }), 'cdn.newsletter.example'),
    );
    expect(drawing).toContain('>Image blocked<');
  });

  test('has the size of the image, and no words where there is no room', () => {
    const drawing = decodeURIComponent(
      placeholder(image({ width: '32', height: '32' }), 'a.example'),
    );
    expect(drawing).toContain('width="32" height="32"');
    expect(drawing).not.toContain('a.example');
  });

  test('writes larger on what is drawn smaller, as a photograph is', () => {
    const drawing = decodeURIComponent(
      placeholder(image({ width: '4032', height: '3024' }), 'a.example'),
    );
    expect(drawing).toContain('font-size="106"');
    expect(drawing).toContain('>Image from a.example blocked<');
  });
});
