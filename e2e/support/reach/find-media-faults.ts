import type { PageTools } from './page-tools.ts';

/** What moves although the reader asked for less motion. Runs in the page by itself. */
export function findMotion({ name }: PageTools) {
  const longest = (list: string) =>
    Math.max(
      ...list.split(', ').map((each) => Number.parseFloat(each) * (each.endsWith('ms') ? 1 : 1000)),
    );
  const running = document.getAnimations().filter((animation) => {
    const duration = animation.effect?.getComputedTiming().duration;
    return animation.playState === 'running' && typeof duration === 'number' && duration > 10;
  });
  const styled = [...document.querySelectorAll('*')].filter((part) =>
    ['', '::before', '::after', '::backdrop'].some((pseudo) => {
      const { transitionDuration, animationDuration, animationName, scrollBehavior } =
        getComputedStyle(part, pseudo);
      return (
        longest(transitionDuration) > 10 ||
        (animationName !== 'none' && longest(animationDuration) > 10) ||
        scrollBehavior === 'smooth'
      );
    }),
  );
  return [
    ...running.map(({ effect }) => `moves: ${name((effect as KeyframeEffect).target!)}`),
    ...styled.map((part) => `may move: ${name(part)}`),
  ];
}

/** What lets something shine through. Runs in the page by itself. */
export function findSeeThrough({ isShown, name, paint }: PageTools) {
  const isPartly = (value: number, whole: number) => value > 0 && value < whole;
  return [...document.querySelectorAll('*')].filter(isShown).flatMap((part) =>
    ['', '::before', '::after', '::backdrop']
      .filter((pseudo) => {
        if (pseudo === '::backdrop' && !part.matches('dialog:modal')) return false;
        const style = getComputedStyle(part, pseudo);
        if (pseudo.endsWith('e') && style.content === 'none') return false;
        if (pseudo === '::after' && style.content === 'none') return false;
        const alpha = paint(style.backgroundColor)[3] ?? 0;
        return (
          isPartly(Number(style.opacity), 1) ||
          isPartly(alpha, 255) ||
          style.backdropFilter !== 'none' ||
          /blur|opacity/.test(style.filter)
        );
      })
      .map((pseudo) => `shines through: ${name(part)}${pseudo}`),
  );
}

/** What should not be on paper: controls, colours, and anything but black words on white. Runs in the page by itself. */
export function findUnprintable({ name, controls, texts, paint, ground }: PageTools) {
  const pressed = controls().filter((part) => part.matches('button, summary, .button'));
  const colored = texts().filter(({ part }) => {
    const ink = paint(getComputedStyle(part).color).slice(0, 3);
    const paper = paint(...ground(part)).slice(0, 3);
    return ink.some((each) => each > 0) || paper.some((each) => each < 255);
  });
  return [
    ...pressed.map((part) => `a control: ${name(part)}`),
    ...colored.map(({ part }) => `not black on white: ${name(part)}`),
  ];
}
