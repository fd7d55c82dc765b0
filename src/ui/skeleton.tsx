import './skeleton.css';

type Props = {
  /** Any CSS length. Defaults to all of the room. */
  width?: string;
  /** Defaults to one line of the text around it. */
  height?: string;
  /** Gives the size in a stylesheet, as the policy allows the page's HTML no styles of its own. */
  className?: string;
};

/** Keeps the space for something that is loading. Say once, elsewhere, that it is loading. */
export function Skeleton({ width, height, className = '' }: Props) {
  return (
    <span
      className={`skeleton ${className}`}
      style={{ inlineSize: width, blockSize: height }}
      aria-hidden="true"
    />
  );
}
