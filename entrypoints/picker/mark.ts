import { boxOf } from '@/utils/detect/dom';

const COVER =
  'all:initial;position:fixed;inset:0;z-index:2147483647;cursor:crosshair;background:transparent;outline:none;';
const BOX =
  'position:fixed;pointer-events:none;border:2px solid #3b5bdb;border-radius:3px;box-shadow:0 0 0 2px #fff,0 0 0 9999px rgb(15 23 42/12%);box-sizing:border-box;';
const BAR =
  'position:fixed;left:50%;top:12px;transform:translateX(-50%);max-width:90vw;padding:8px 14px;border-radius:8px;background:#1f2937;color:#fff;font:14px/20px system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;box-shadow:0 4px 16px rgb(0 0 0/30%);pointer-events:none;';
const GAP_PX = 4;

/** What is drawn while the user points: a cover that takes clicks from the page, a frame round what is meant, a hint. */
export class Mark {
  readonly cover: HTMLElement;
  #box: HTMLElement;
  #bar: HTMLElement;

  constructor(page: Document, isTop: boolean) {
    this.cover = page.createElement('div');
    this.cover.style.cssText = COVER;
    this.cover.tabIndex = -1;
    const root = this.cover.attachShadow({ mode: 'closed' });
    this.#box = page.createElement('div');
    this.#box.style.cssText = `${BOX}display:none;`;
    this.#bar = page.createElement('div');
    this.#bar.style.cssText = isTop ? BAR : 'display:none';
    this.#bar.setAttribute('role', 'status');
    root.append(this.#box, this.#bar);
    page.documentElement.append(this.cover);
  }

  say(words: string): void {
    this.#bar.textContent = words;
  }

  show(el: Element | null): void {
    if (!el) {
      this.#box.style.display = 'none';
      return;
    }
    const { left, top, width, height } = boxOf(el);
    this.#box.style.cssText = `${BOX}left:${left - GAP_PX}px;top:${top - GAP_PX}px;width:${width + 2 * GAP_PX}px;height:${height + 2 * GAP_PX}px;`;
  }

  remove(): void {
    this.cover.remove();
  }
}
