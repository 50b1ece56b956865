/** The icon set: 16 px outlines drawn with the text colour. Decoration only; the control that holds one has the words. */
const PATHS = {
  alert: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1 1.5H3zM6.8 14h2.4',
  building: 'M3 13.5v-11h7v11M10 6.5h3v7M2 13.5h12M5.5 5.5h2M5.5 8h2M5.5 10.5h2',
  call: 'M3 2.5h2.6l1.2 3-1.6 1.2a8 8 0 0 0 4.1 4.1l1.2-1.6 3 1.2V13a1 1 0 0 1-1 1A11 11 0 0 1 2 3.5a1 1 0 0 1 1-1z',
  chart: 'M2.5 13.5h11M4.5 11V7.5M8 11V3M11.5 11V5.5',
  check: 'm3 8.5 3.3 3.3L13 4.6',
  chevronDown: 'm4 6 4 4 4-4',
  chevronLeft: 'm10 4-4 4 4 4',
  chevronRight: 'm6 4 4 4-4 4',
  clock: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 5v3.3l2.2 1.3',
  close: 'm4 4 8 8M12 4l-8 8',
  collapse: 'M2.5 3h11v10h-11zM10 3v10M5 6l2 2-2 2',
  download: 'M8 2.5v7M5 7l3 3 3-3M2.5 13.5h11',
  edit: 'M10.5 3.5 12.5 5.5 5.5 12.5 3 13l.5-2.5zM9.5 4.5l2 2',
  external: 'M9.5 2.5h4v4M13.5 2.5l-6 6M11.5 9.5v4h-9v-9h4',
  help: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM6.3 6.2a1.8 1.8 0 1 1 2.5 1.9c-.6.3-.8.6-.8 1.2M8 11.3v.1',
  history: 'M2.5 8a5.5 5.5 0 1 0 1.7-4L2.5 5.7M2.5 2.5v3.2h3.2M8 5v3.2l2.2 1.3',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5.3a2.5 2.5 0 0 1 5 0v2.2M8 10v1.5',
  mail: 'M2 3.5h12v9H2zM2 4.5l6 4.5 6-4.5',
  meeting:
    'M6 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM2 13c0-2.2 1.8-3.5 4-3.5s4 1.3 4 3.5M10.5 4.2a1.9 1.9 0 0 1 0 3.6M11.5 9.7c1.5.4 2.5 1.6 2.5 3.3',
  more: 'M3.5 7.3a.7.7 0 1 1 0 1.4.7.7 0 0 1 0-1.4zM8 7.3a.7.7 0 1 1 0 1.4.7.7 0 0 1 0-1.4zM12.5 7.3a.7.7 0 1 1 0 1.4.7.7 0 0 1 0-1.4z',
  note: 'M3 2.5h10v7l-4 4H3zM13 9.5H9v4M5.5 5.5h5M5.5 8h2.5',
  person: 'M8 2.5a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4zM3 13.5c0-2.5 2.2-4 5-4s5 1.5 5 4',
  pin: 'M6 2.5h4l-.5 4 2 2.5h-7l2-2.5zM8 9v4.5',
  plus: 'M8 3v10M3 8h10',
  repeat: 'M3 7.5V6.5a2 2 0 0 1 2-2h7.5M10.5 2.5l2 2-2 2M13 8.5v1a2 2 0 0 1-2 2H3.5M5.5 13.5l-2-2 2-2',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3l3.2 3.2',
  settings:
    'M2.5 4.5h5M11 4.5h2.5M2.5 11.5H5M8.5 11.5h5M9.2 3a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM6.8 10a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
  tag: 'M2.5 2.5h5l6 6-5 5-6-6zM5.3 5.3h.1',
  trash: 'M3 4.5h10M6 4.5v-2h4v2M4.5 4.5l.5 9h6l.5-9M7 7v4M9 7v4',
  undo: 'M5.5 2.5l-3 3 3 3M2.5 5.5H9a4 4 0 0 1 0 8H6',
  upload: 'M8 10V3M5 5.5l3-3 3 3M2.5 13.5h11',
  visit:
    'M8 14s4.5-4.2 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.8 8 14 8 14zM8 5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
