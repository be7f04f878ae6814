/** The mark of Parvis: a door, and the square before it. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" focusable="false">
      <path d="M9 17.5V11a7 7 0 0 1 14 0v6.5" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M13.6 17.5v-6a2.4 2.4 0 0 1 4.8 0v6z" fill="currentColor" />
      <path
        d="M8.2 21h15.6M5.4 24.6h21.2M2.6 28.2h26.8"
        stroke="var(--pv-mark-floor, #7cccce)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
