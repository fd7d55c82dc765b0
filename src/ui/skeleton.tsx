import './skeleton.css';

type Props = {
  /** Any CSS length. */
  width?: string;
  /** Defaults to one line of the text around it. */
  height?: string;
};

/** Keeps the space for something that is loading. Say once, elsewhere, that it is loading. */
export function Skeleton({ width = '100%', height = '1lh' }: Props) {
  return (
    <span
      className="skeleton"
      style={{ inlineSize: width, blockSize: height }}
      aria-hidden="true"
    />
  );
}
