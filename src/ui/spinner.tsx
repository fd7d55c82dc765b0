import './spinner.css';

/**
 * Appears after 300 ms, so that it does not flash. Put text next to it that says what is loading.
 */
export function Spinner() {
  return <span className="spinner" aria-hidden="true" />;
}
