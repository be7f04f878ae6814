/** How near the next try of a delivery is: `due` is past and about to be taken up, `soon` less than a minute away. */
export const nextAttemptIs = (instant: string, now: Date = new Date()): 'due' | 'soon' | 'later' => {
  const left = new Date(instant).getTime() - now.getTime();
  if (left <= 0) return 'due';
  return left < 60_000 ? 'soon' : 'later';
};
