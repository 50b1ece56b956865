import { clampWidth } from '@/utils/browser/frame-width';
import type { Side } from './push';

const HANDLE =
  // Zero opacity: what can be seen of itself over the frame would count as something that covers it.
  'position:absolute;top:0;bottom:0;width:6px;cursor:ew-resize;touch-action:none;opacity:0;';

interface Callbacks {
  dragged(width: number): void;
  dropped(width: number): void;
}

/** The strip at the frame's inner edge that resizes it. It stands outside the frame, and holds nothing. */
export function addHandle(root: ShadowRoot, side: () => Side, on: Callbacks): void {
  const handle = root.ownerDocument.createElement('div');
  handle.style.cssText = HANDLE;
  const place = () => {
    handle.style.left = side() === 'right' ? '0' : 'auto';
    handle.style.right = side() === 'right' ? 'auto' : '0';
  };
  place();
  let width = 0;
  handle.addEventListener('pointerenter', place);
  handle.addEventListener('pointerdown', (event) => {
    if (!event.isTrusted) return;
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  handle.addEventListener('pointermove', (event) => {
    if (!event.isTrusted || !handle.hasPointerCapture(event.pointerId)) return;
    const wanted = side() === 'right' ? window.innerWidth - event.clientX : event.clientX;
    width = clampWidth(wanted);
    on.dragged(width);
  });
  handle.addEventListener('pointerup', (event) => {
    if (event.isTrusted && width > 0) on.dropped(width);
    width = 0;
  });
  root.append(handle);
}
