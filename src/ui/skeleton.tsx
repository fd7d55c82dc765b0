import './skeleton.css';

type Props = {
  /** Any CSS length. */
  width?: string;
  /** One line of the text around it unless given. */
  height?: string;
};

/** Holds the room of what is still loading. Say once, elsewhere, that it is. */
export function Skeleton({ width = '100%', height = '1lh' }: Props) {
  return (
    <span
      className="skeleton"
      style={{ inlineSize: width, blockSize: height }}
      aria-hidden="true"
    />
  );
}
