import type { ComponentChildren } from 'preact';

/** What a popover shows that is only read: it takes the focus, so that keys scroll it and Escape closes it. */
export function WhyPanel({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reached by keys
    <div class="panel" tabIndex={0} data-first="">
      <h2 class="panel-title">{title}</h2>
      {children}
    </div>
  );
}
