const WIDTH = 960;
const HEIGHT = 320;
const LEFT = 78;
const RIGHT = 16;
const TOP = 44;
const BOTTOM = 46;
const PLOT_WIDTH = WIDTH - LEFT - RIGHT;
const PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;

/** What a chart of requests a second shows. */
export interface Chart {
  title: string;
  perSecond: Uint32Array;
  /** The wall clock at the first second, in seconds of the day. */
  beginsAtS: number;
  /** The highest rate that is allowed. */
  limit: number;
}

/**
 * Requests a second as SVG, readable in light and dark. Where several seconds share a column of pixels, the band reaches
 * from the least to the most of them: a single second's peak stays visible in a day.
 */
export function chartOf({ title, perSecond, beginsAtS, limit }: Chart): string {
  const most = niceCeiling(Math.max(limit, ...columns(perSecond).map(({ most }) => most)));
  const y = (rate: number) => round(TOP + PLOT_HEIGHT * (1 - rate / most));
  const x = (second: number) => round(LEFT + (PLOT_WIDTH * second) / perSecond.length);
  const rows = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const label = `<text x="${LEFT - 8}" y="${y(most * share) + 4}" text-anchor="end">${rateText(most * share)}</text>`;
    return `<path class="grid" d="M${LEFT} ${y(most * share)}h${PLOT_WIDTH}"/>${label}`;
  });
  const marks = timeMarks(beginsAtS, perSecond.length).map(({ second, text }) => {
    const label = `<text x="${x(second)}" y="${HEIGHT - 24}" text-anchor="middle">${text}</text>`;
    return `<path class="grid" d="M${x(second)} ${TOP + PLOT_HEIGHT}v5"/>${label}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}: requests per second">
<style>
svg { color: #1f2328; font: 12px system-ui, sans-serif }
.paper { fill: #fff }
text { fill: currentColor }
.title { font-size: 15px; font-weight: 600 }
.grid { stroke: #d0d7de; fill: none }
.band { fill: #0969da; stroke: #0969da; stroke-width: .75; stroke-linejoin: round }
.limit { stroke: #cf222e; stroke-width: 1.5; stroke-dasharray: 6 4; fill: none }
.limit-text { fill: #cf222e }
@media (prefers-color-scheme: dark) {
svg { color: #e6edf3 }
.paper { fill: #0d1117 }
.grid { stroke: #30363d }
.band { fill: #4493f8; stroke: #4493f8 }
.limit { stroke: #ff7b72 }
.limit-text { fill: #ff7b72 }
}
</style>
<rect class="paper" width="${WIDTH}" height="${HEIGHT}"/>
<text class="title" x="${LEFT}" y="24">${title}</text>
${rows.join('\n')}
${marks.join('\n')}
<path class="band" d="${band(perSecond, x, y)}"/>
<path class="limit" d="M${LEFT} ${y(limit)}h${PLOT_WIDTH}"/>
<text class="limit-text" x="${WIDTH - RIGHT}" y="${y(limit) - 5}" text-anchor="end">limit ${rateText(limit)}</text>
<text x="${LEFT + PLOT_WIDTH / 2}" y="${HEIGHT - 6}" text-anchor="middle">time of day</text>
<text transform="translate(14 ${TOP + PLOT_HEIGHT / 2}) rotate(-90)" text-anchor="middle">requests per second</text>
</svg>
`;
}

interface Column {
  second: number;
  least: number;
  most: number;
}

function columns(perSecond: Uint32Array): Column[] {
  const count = Math.min(PLOT_WIDTH, perSecond.length);
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * perSecond.length) / count);
    const part = perSecond.subarray(from, Math.floor(((index + 1) * perSecond.length) / count));
    return { second: from, least: Math.min(...part), most: Math.max(...part) };
  });
}

function band(
  perSecond: Uint32Array,
  x: (second: number) => number,
  y: (rate: number) => number,
): string {
  const all = columns(perSecond);
  const upper = all.map(({ second, most }) => `${x(second)} ${y(most)}`);
  const lower = all.map(({ second, least }) => `${x(second)} ${y(least)}`).toReversed();
  return `M${[...upper, ...lower].join('L')}Z`;
}

/** The first round number above, in steps that divide by four. */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(4, value)));
  const step = [1, 1.2, 1.6, 2, 2.4, 3, 4, 6, 8].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

function timeMarks(beginsAtS: number, seconds: number): { second: number; text: string }[] {
  const stepS =
    [300, 600, 900, 1800, 3600, 7200, 10_800].find((step) => seconds / step <= 12) ?? 14_400;
  const marks: { second: number; text: string }[] = [];
  for (let atS = Math.ceil(beginsAtS / stepS) * stepS; atS <= beginsAtS + seconds; atS += stepS) {
    const minutes = Math.floor(atS / 60) % 1440;
    const text = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    marks.push({ second: atS - beginsAtS, text });
  }
  return marks;
}

export function rateText(rate: number): string {
  return Math.round(rate).toLocaleString('en-US');
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
