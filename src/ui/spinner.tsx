import './spinner.css';

/** Shows after 300 ms, so that a fast answer never flashes. Say in words beside it what is awaited. */
export function Spinner() {
  return <span className="spinner" aria-hidden="true" />;
}
