/**
 * Shows the words of index.html for browsers that the app was not made for, where the app's script does not
 * load, or fails before it shows anything: they also say to reload. Once the app shows, the styles hide them.
 */
export function tellFailedStart(): void {
  // Captured, because a file that fails to load says so to its own element alone.
  window.addEventListener(
    'error',
    ({ target }) => {
      // A brand's logo may fail.
      if (!(target instanceof HTMLImageElement))
        document.querySelector<HTMLElement>('.too-old')?.showPopover();
    },
    true,
  );
}
