import './progress-ring.css';

type Props = {
  /** What is left, from 1 (full) to 0. */
  value: number;
  /** The same in words. Leave it out if the words are next to the ring. */
  label?: string;
};

export function ProgressRing({ value, label }: Props) {
  return (
    <svg
      className="progress-ring"
      viewBox="0 0 24 24"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <circle cx="12" cy="12" r="10" className="progress-ring-track" />
      <circle cx="12" cy="12" r="10" pathLength="1" strokeDasharray={`${value} 1`} />
    </svg>
  );
}
