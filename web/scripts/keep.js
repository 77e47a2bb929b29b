// The build empties its folder; the Go program embeds that folder, also before the first build.
// So the placeholder that makes `//go:embed all:build` compile is put back after every build.
import { mkdirSync, writeFileSync } from 'node:fs';

const folder = new URL('../build/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('.keep', folder), '');
