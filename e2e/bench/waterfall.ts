/** How one page loaded, in milliseconds since the navigation began. */
export interface Timeline {
  requests: {
    name: string;
    start: number;
    /** When its answer had arrived. */
    end: number | undefined;
  }[];
  /** When scripts ran, in what held a frame up for over 50 ms. */
  runs: { start: number; end: number }[];
  /** In order; the last one is what a person waits for. */
  marks: { name: string; at: number }[];
}

/** Columns of the widest waterfall, and between two times of its head. */
const columns = 60;
const columnsPerTime = 10;

/** Draws waterfalls below each other on one scale, as text for a font of one width. */
export function drawWaterfalls(pages: readonly (readonly [string, Timeline])[]): string {
  const lasts = pages.map(([, timeline]) => lastOf(timeline));
  // Milliseconds, so that the times of the head are round.
  const perColumn = Math.ceil(Math.max(...lasts) / columns / 5) * 5;
  const rows = pages.map(([name, timeline]) => [
    { name, line: drawTimes(Math.max(...lasts), perColumn) },
    ...drawRows(timeline, perColumn),
  ]);
  const width = Math.max(...rows.flat().map(({ name }) => name.length));
  return rows
    .map((page) => page.map(({ name, line }) => `${name.padEnd(width)}  ${line}`).join('\n'))
    .join('\n\n');
}

const lastOf = ({ marks }: Timeline) => Math.max(0, ...marks.map(({ at }) => at));

function drawTimes(last: number, perColumn: number): string {
  let line = '';
  for (let time = 0; time <= last; time += perColumn * columnsPerTime)
    line += String(time).padEnd(columnsPerTime);
  return `${line.trimEnd()} ms`;
}

function drawRows(timeline: Timeline, perColumn: number) {
  const last = lastOf(timeline);
  const draw = (spans: readonly { start: number; end?: number | undefined; sign: string }[]) => {
    const cells: string[] = [];
    for (const { start, end = last, sign } of spans) {
      const first = Math.floor(start / perColumn);
      const after = Math.max(first + 1, Math.round(Math.min(end, last) / perColumn));
      for (let column = first; column < after; column += 1) cells[column] = sign;
    }
    return Array.from(cells, (cell) => cell ?? ' ').join('');
  };
  return [
    ...timeline.requests
      .filter(({ start }) => start < last)
      .map(({ name, start, end }) => ({ name, line: draw([{ start, end, sign: '=' }]) })),
    {
      name: 'script runs',
      line: draw(
        timeline.runs.filter(({ start }) => start < last).map((run) => ({ ...run, sign: '#' })),
      ),
    },
    ...timeline.marks.map(({ name, at }) => ({
      name,
      line: draw([{ start: at, sign: '|', end: at }]),
    })),
  ];
}
