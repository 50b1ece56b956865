/**
 * Rows that were seen, by 84 bits of a hash: twelve bytes a row and a half, where the rows themselves would fill the memory. That two
 * different rows out of four million are taken for the same is less likely than a broken disk.
 */
export class Seen {
  #size = 0;
  #slots = 1 << 12;
  #first = new Float64Array(this.#slots);
  #second = new Uint32Array(this.#slots);

  /** Notes the cells of a row; true where the same were noted before. */
  add(cells: readonly string[]): boolean {
    let a = 0xdeadbeef;
    let b = 0x41c6ce57;
    let c = 0x811c9dc5;
    for (const cell of cells) {
      for (let i = 0; i < cell.length; i++) {
        const code = cell.charCodeAt(i);
        a = Math.imul(a ^ code, 2_654_435_761);
        b = Math.imul(b ^ code, 1_597_334_677);
        c = Math.imul(c ^ code, 16_777_619);
      }
      // cells end: ab|c is not a|bc
      a = Math.imul(a ^ 0x1f123, 2_246_822_507);
      b = Math.imul(b ^ 0x1f123, 3_266_489_909);
      c = Math.imul(c ^ 0x1f123, 16_777_619);
    }
    a ^= b >>> 16;
    b ^= a >>> 13;
    const first = (a & 0xf_ffff) * 2 ** 32 + (b >>> 0) + 1; // never 0, which is a free slot
    if (this.#size * 2 > this.#slots) this.#grow();
    return this.#put(first, c >>> 0);
  }

  #put(first: number, second: number): boolean {
    let at = (second ^ (first % 2 ** 31)) & (this.#slots - 1);
    while (this.#first[at] !== 0) {
      if (this.#first[at] === first && this.#second[at] === second) return true;
      at = (at + 1) & (this.#slots - 1);
    }
    this.#first[at] = first;
    this.#second[at] = second;
    this.#size++;
    return false;
  }

  #grow(): void {
    const first = this.#first;
    const second = this.#second;
    this.#slots *= 2;
    this.#size = 0;
    this.#first = new Float64Array(this.#slots);
    this.#second = new Uint32Array(this.#slots);
    for (let at = 0; at < first.length; at++) if (first[at] !== 0) this.#put(first[at] ?? 0, second[at] ?? 0);
  }
}
