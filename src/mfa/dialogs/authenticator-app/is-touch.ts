/** Whether this is a phone or tablet: it cannot scan what it shows, and may have the app itself. */
export const isTouch = () => matchMedia('(pointer: coarse)').matches;
