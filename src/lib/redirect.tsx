import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';

/** Goes on to another address, in place of this one. `<Navigate>` is the same for thrice the bytes. */
export function Redirect({ to }: { to: string }) {
  const navigate = useNavigate();
  useEffect(() => void navigate(to, { replace: true }), [navigate, to]);
  return null;
}
