import { useEffect, useState } from 'react';

/** False at first, true once that much time has gone by: what is quick shows no waiting at all. */
export const useDelay = (milliseconds: number): boolean => {
  const [over, setOver] = useState(milliseconds === 0);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return over;
};
