import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';

/** Replaces this address with another. `<Navigate>` does the same in three times the bytes. */
export function Redirect({ to }: { to: string }) {
  const navigate = useNavigate();
  useEffect(() => void navigate(to, { replace: true }), [navigate, to]);
  return null;
}
