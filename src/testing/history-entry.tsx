import { useLocation, useNavigationType } from 'react-router-dom';

/** Shows how this entry of the history came to be, and what it keeps. */
export function HistoryEntry() {
  const { state } = useLocation();
  return <output>{`${useNavigationType()} ${JSON.stringify(state)}`}</output>;
}
