import { findReachFaults } from '../support/reach/find-reach-faults.ts';
import { expect, test } from '../support/test.ts';

// transcripts.spec.ts runs these checks in every state; here they must find something.

const badPage = `<!doctype html>
  <html lang="en">
    <style>
      body { margin: 0; background: #fff; color: #000; font: 1rem/1.5 sans-serif; }
      button, a { color: inherit; }
      :focus-visible { outline: 2px solid; }
      .small { inline-size: 30px; block-size: 30px; padding: 0; }
      .large { min-inline-size: 44px; min-block-size: 44px; }
      .dull:focus-visible { outline: 2px solid #ddd; }
      .behind { position: fixed; inset: auto 0 0; block-size: 7rem; }
      .tight { inline-size: 240px; block-size: 24px; overflow: hidden; }
      .over { margin-block-start: -2.5rem; }
      .icon { fill: #ddd; }
      .glass { background: rgb(255 255 255 / 0.9); }
      .empty { border: 0; background: #00f; }
      .turning { animation: turn 1s infinite; }
      @keyframes turn { to { rotate: 1turn; } }
    </style>
    <button class="behind large">At the edge</button>
    <p style="inline-size: 400px">Wide</p>
    <p class="pale" style="color: #767676">Pale</p>
    <p class="large-pale" style="color: #8a8a8a; font-size: 24px">Large and pale</p>
    <input class="faint large" aria-label="Faint" style="border: 1px solid #ddd" />
    <svg class="icon" width="20" height="20"><path d="M0 0h20v20z" /></svg>
    <button class="small">Small</button>
    <p><a href="#alone">A link alone</a></p>
    <p>A sentence with <a href="#within">a link within</a> it</p>
    <button class="dull large">No ring</button>
    <p class="tight">This line has just enough room</p>
    <p>Below</p>
    <p class="over">Above</p>
    <p class="turning">Turning</p>
    <p class="glass">Glass</p>
    <button class="empty large"></button>
    <nav><a class="large" href="#one" aria-current="page">Here</a> <a class="large" href="#two">There</a></nav>
  </html>`;

test('The checks of every state find what is wrong with a page', async ({ page }) => {
  await page.setContent(badPage);
  const faults = await findReachFaults(page);
  const expected = [
    /^400 %: as it is: wider than the page: p\. “Wide”/,
    /^desktop: text spacing: cut off: p\.tight/,
    /^desktop: longer words: cut off: p\.tight/,
    /^desktop: text at 200 %: cut off: p\.tight/,
    /^desktop: as it is: p\. “Below” lies over p\.over/,
    /^light: text of 4\.54:1, not 7:1: p\.pale/,
    /^dark, more contrast: text of 4\.54:1, not 7:1: p\.pale/,
    /^light: text of 3\.\d+:1, not 4\.5:1: p\.large-pale/,
    /^light: a field with an edge of 1\.\d+:1, not 3:1: input\.faint large “Faint”/,
    /^light: an icon of 1\.\d+:1, not 3:1/,
    /^desktop: a target of 30 by 30 px: button\.small/,
    /^desktop: a target of \d+ by \d+ px: a\. “A link alone”/,
    /^400 %: a target of 30 by 30 px/,
    /^light: no clear ring: button\.dull large/,
    /^400 %: no clear ring: button\.dull large/,
    /^400 %: .+ is focused behind button\.behind/,
    /^reduced motion: moves: p\.turning/,
    /^reduced motion: may move: p\.turning/,
    /^reduced transparency: shines through: p\.glass/,
    /^forced colours: neither edge nor words: button\.empty/,
    /^forced colours: aria-current is told by colour alone: a\.large “Here”/,
    /^print: a control: button\.small/,
    /^print: not black on white: p\.pale/,
  ];
  for (const fault of expected)
    expect.soft(faults, String(fault)).toContainEqual(expect.stringMatching(fault));
  expect(faults.filter((fault) => fault.includes('a link within'))).toEqual([]);
});

test('The checks of every state find a dialog that has no room, and a control that no scrolling reaches', async ({
  page,
}) => {
  await page.setContent(`<!doctype html>
    <dialog open style="position: fixed; inset: 0 auto auto 0; block-size: 400px">
      <button style="margin-block-start: 330px">Too low</button>
    </dialog>`);
  const faults = await findReachFaults(page);
  for (const fault of [
    /^400 %: as it is: higher than the screen: dialog/,
    /^400 %: not on screen when focused: button\. “Too low”/,
  ])
    expect.soft(faults, String(fault)).toContainEqual(expect.stringMatching(fault));
});
