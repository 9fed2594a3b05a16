/** The page of which a picture is taken: photographs on calm ground, with a headline. */
import type { Photograph } from './camera.ts';

export interface Frame {
  width: number;
  height: number;
  scheme: 'light' | 'dark';
  /** Where the headline stands: left of the photographs, or above them. */
  headline: 'left' | 'above';
  /** The headline's size, in pixels. */
  textPx: number;
  /** Whether the product's name stands with the headline. */
  isNamed: boolean;
  /** Around each photograph, in its own colour. Default: 0. */
  padding?: number;
}

const GAP = 36;
const MARGIN = 56;

/**
 * @param text the headline
 * @param theme the product's own style sheet, for its colours and its font
 * @param icon the address of the product's icon
 */
export function framePage(
  frame: Frame,
  { name, text, theme, icon }: { name: string; text: string; theme: string; icon: string },
  photographs: Photograph[],
): string {
  const { width, height, scheme, textPx, padding = 0 } = frame;
  const isLeft = frame.headline === 'left';
  const sizes = photographs.map((one) => ({
    width: one.width + 2 * padding,
    height: one.height + 2 * padding,
  }));
  const wide = sizes.reduce((sum, one) => sum + one.width, GAP * (sizes.length - 1));
  const tall = Math.max(...sizes.map((one) => one.height));
  // Whole pixels: between two, photographs would be blurred.
  const left = isLeft ? width - MARGIN - wide : Math.round((width - wide) / 2);
  const lineHeight = Math.round(textPx * 1.15);
  // Above, in between and below.
  const free = Math.round((height - tall - lineHeight) / 3);
  const top = isLeft ? Math.round((height - tall) / 2) : 2 * free + lineHeight;
  const places = sizes.map((one, index) => {
    const before = sizes.slice(0, index).reduce((sum, { width: its }) => sum + its + GAP, 0);
    return `left:${left + before}px;top:${top}px;width:${one.width}px;height:${one.height}px`;
  });
  const shown = photographs.map(
    ({ png }, index) =>
      `<img style="${places[index]};padding:${padding}px" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`,
  );
  const box = isLeft
    ? `left:${MARGIN}px;top:0;width:${left - MARGIN - GAP}px;height:${height}px`
    : `left:0;top:${free}px;width:${width}px;align-items:center`;
  const named = frame.isNamed
    ? `<p class="name"><img src="${icon}" width="${Math.round(textPx * 0.95)}" alt="">${name}</p>`
    : '';
  return `<!doctype html><meta charset="utf-8"><style>${theme}${STYLE}
    :root { color-scheme: ${scheme}; } h1 { font-size: ${textPx}px } .name { font-size: ${Math.round(textPx * 0.6)}px }
    </style><body><header style="${box}">${named}<h1>${text}</h1></header>${shown.join('')}</body>`;
}

const STYLE = `
  body { background: light-dark(#eaf3ef, #0c0f12); overflow: hidden; }
  header { position: absolute; display: flex; flex-direction: column; justify-content: center; gap: 18px; }
  h1 { font-weight: 700; line-height: 1.15; letter-spacing: -0.01em; text-wrap: balance; }
  .name { display: flex; align-items: center; gap: 0.5em; font-weight: 600; color: var(--run); }
  body > img { position: absolute; background: var(--ground); border-radius: 14px;
    box-shadow: 0 0 0 1px var(--edge), 0 18px 48px rgb(10 40 30 / 14%); }
`;
