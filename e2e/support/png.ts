import { crc32, deflateSync } from 'node:zlib';

/** The bytes of a small PNG: two bands of colour, so that it can be told apart from nothing. */
export function png(width = 320, height = 240, colour: [number, number, number] = [38, 110, 140]): Buffer {
	const row = (y: number) => {
		const pixels = Buffer.alloc(1 + width * 3);
		for (let x = 0; x < width; x++) pixels.set(y < height / 2 ? colour : [236, 226, 208], 1 + x * 3);
		return pixels;
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 2, 0, 0, 0], 8); // eight bits of red, green and blue
	const rows = deflateSync(Buffer.concat(Array.from({ length: height }, (_, y) => row(y))));
	const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([magic, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

/** A picture as a file that is chosen. */
export function pictureFile(name = 'Etalage met racefietsen.png') {
	return { name, mimeType: 'image/png', buffer: png() };
}
