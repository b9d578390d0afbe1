import { type Canvas, createCanvas } from '@napi-rs/canvas';

/** What a scanner, a fax or a careless clerk does to a page. */
export interface Damage {
  /** Clockwise. */
  readonly degrees?: number;
  /** Standard deviation of the grain, in grey levels. */
  readonly noise?: number;
  /** Radius in pixels. */
  readonly blur?: number;
  /** JPEG quality, 0 to 100. */
  readonly quality?: number;
  /** Black and white only, as a fax sends it. */
  readonly fax?: boolean;
  /** Put into the scanner on its side or upside down: degrees clockwise. */
  readonly turn?: 0 | 90 | 180 | 270;
  /** Grey level of the paper. */
  readonly paper?: number;
  /** A shadow across the page: how much darker its dark side is. */
  readonly shadow?: number;
  /** A round red stamp over the table: set on the paper, or a picture of one that hides what is under it. */
  readonly stamp?: 'set' | 'hides';
  /** Share of the ink of ruling lines that is lost in pieces. */
  readonly brokenRules?: number;
  /** Grains of dirt a page. */
  readonly dirt?: number;
}

/** A page image → its scan. The same seed gives the same pixels. */
export function degrade(page: Canvas, damage: Damage, seed: number): Canvas {
  const random = numbers(seed);
  const canvas = createCanvas(page.width, page.height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (damage.blur) context.filter = `blur(${damage.blur}px)`;
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(((damage.degrees ?? 0) * Math.PI) / 180);
  context.drawImage(
    damage.brokenRules ? breakRules(page, damage.brokenRules, random) : page,
    -canvas.width / 2,
    -canvas.height / 2,
  );
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.filter = 'none';
  if (damage.stamp) drawStamp(canvas, damage.stamp === 'set' ? 0.75 : 1);
  paintPaper(canvas, damage, random);
  if (damage.fax) toBlackAndWhite(canvas);
  return turnBy(canvas, damage.turn ?? 0);
}

function toBlackAndWhite(canvas: Canvas): void {
  const context = canvas.getContext('2d');
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < image.data.length; at += 4)
    image.data.fill((image.data[at + 1] ?? 255) < 150 ? 0 : 255, at, at + 3);
  context.putImageData(image, 0, 0);
}

function turnBy(canvas: Canvas, degrees: number): Canvas {
  if (degrees === 0) return canvas;
  const onSide = degrees % 180 !== 0;
  const turned = onSide
    ? createCanvas(canvas.height, canvas.width)
    : createCanvas(canvas.width, canvas.height);
  const context = turned.getContext('2d');
  context.translate(turned.width / 2, turned.height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  return turned;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function drawStamp(canvas: Canvas, opacity: number): void {
  const context = canvas.getContext('2d');
  const radius = canvas.width * 0.12;
  context.strokeStyle = `rgba(215, 30, 40, ${opacity})`;
  context.fillStyle = context.strokeStyle;
  context.lineWidth = canvas.width * 0.006;
  context.beginPath();
  context.arc(canvas.width * 0.7, canvas.height * 0.62, radius, 0, 2 * Math.PI);
  context.stroke();
  context.beginPath();
  for (let point = 0; point < 5; point++) {
    const angle = (point * 4 * Math.PI) / 5 - Math.PI / 2;
    const [x, y] = [Math.cos(angle), Math.sin(angle)].map((part) => part * radius * 0.35);
    context.lineTo(canvas.width * 0.7 + (x ?? 0), canvas.height * 0.62 + (y ?? 0));
  }
  context.fill();
}

/** White gaps in long dark runs, both ways. */
function breakRules(page: Canvas, share: number, random: () => number): Canvas {
  const { width, height } = page;
  const copy = createCanvas(width, height);
  const context = copy.getContext('2d');
  context.drawImage(page, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const dark = (x: number, y: number): boolean => (data[(y * width + x) * 4] ?? 255) < 128;
  context.fillStyle = 'white';
  const longest = Math.round(width / 60);
  const gap = Math.round(width / 120);
  for (const across of [true, false]) {
    const [lines, length] = across ? [height, width] : [width, height];
    for (let line = 0; line < lines; line++)
      for (let from = 0; from < length; from++) {
        let to = from;
        while (to < length && (across ? dark(to, line) : dark(line, to))) to++;
        if (to - from > longest * 2)
          for (let at = from; at < to; at += longest)
            if (random() < share) {
              const cut = gap * (0.5 + random());
              if (across) context.fillRect(at, line - 2, cut, 5);
              else context.fillRect(line - 2, at, 5, cut);
            }
        from = Math.max(from, to);
      }
  }
  return copy;
}

function paintPaper(
  canvas: Canvas,
  { noise = 0, paper = 255, shadow = 0, dirt = 0 }: Damage,
  random: () => number,
): void {
  const { width, height } = canvas;
  const context = canvas.getContext('2d');
  for (let grain = 0; grain < dirt; grain++) {
    context.fillStyle = `rgba(0, 0, 0, ${0.3 + random() * 0.6})`;
    const size = 1 + random() * (width / 900);
    context.fillRect(random() * width, random() * height, size, size);
  }
  if (noise === 0 && paper === 255 && shadow === 0) return;
  const image = context.getImageData(0, 0, width, height);
  for (let at = 0; at < image.data.length; at += 4) {
    const x = ((at / 4) % width) / width;
    const white = paper - shadow * x;
    const grain = noise === 0 ? 0 : noise * (random() + random() + random() - 1.5) * 2;
    for (let channel = 0; channel < 3; channel++) {
      const level = ((image.data[at + channel] ?? 255) * (white - 20)) / 255 + 20 + grain;
      image.data[at + channel] = Math.max(0, Math.min(255, level));
    }
  }
  context.putImageData(image, 0, 0);
}
