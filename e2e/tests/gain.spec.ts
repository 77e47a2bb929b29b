import { test, expect } from '../support/fixtures';
import { journeyOf } from '../support/journeys';
import { MapPage } from '../support/map';

test('a slider moves the figures of its stage, and the picture of gain follows', async ({ page, server }) => {
	const map = await MapPage.open(page, server);
	await expect(map.gain('See – zien')).toHaveAccessibleName(/Meeste winst/);
	await map.gain('See – zien').click();
	const slider = map.details.getByRole('slider', { name: 'Aanwezigheid' });
	await slider.focus();
	await page.keyboard.press('End');
	await expect(slider).toHaveValue('100');
	for (const scorer of ['Sanne', 'Joris', 'Amira'])
		await map.score('See – zien', 'Aanwezigheid', scorer, 100);
	await expect(map.gain('See – zien')).toHaveAccessibleName(/aanwezigheid 100/);
	await expect(map.gain('Care – klant zijn en blijven')).toHaveAccessibleName(/Meeste winst/);
	await map.saved();

	await page.getByRole('banner').getByRole('link', { name: 'Winst' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Care');
	const see = page.getByRole('table').getByRole('row', { name: /^See/ });
	await expect(see).toContainText('100');
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Care');
});

test('the picture of gain says its conclusion and shows the same figures as a table @everywhere', async ({
	page,
	server,
}) => {
	await page.goto(server.link);
	await page.goto(`${server.origin}/j/jo-femke/gain`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(/See.*60.*25/);
	const rows = page.getByRole('table').getByRole('row');
	await expect(rows).toHaveCount(5);
	await expect(rows.nth(1)).toContainText(/See.*60.*25.*15.*85/);
	await expect(rows.nth(3)).toContainText(/Do.*75.*75.*56,3.*43,8/);
});

test('[R20] one perspective is called so, and blocks nothing; a second one is counted', async ({
	page,
	server,
}) => {
	await page.goto(server.link);
	const id = await journeyOf(page, server, 'Alleen gescoord', ['Kopen']);
	const map = await MapPage.at(page, server, id);
	await map.score('Kopen', 'Relevantie', 'Amira', 60);
	await map.score('Kopen', 'Aanwezigheid', 'Amira', 40);
	await page.goto(`${server.origin}/j/${id}/gain`);
	await expect(page.getByRole('main')).toContainText('1 beoordelaar');
	await expect(page.getByRole('main')).toContainText('één perspectief');

	await page.goto(`${server.origin}/j/${id}`);
	await map.score('Kopen', 'Relevantie', 'Joris', 80);
	await page.goto(`${server.origin}/j/${id}/gain`);
	await expect(page.getByRole('main')).toContainText('2 beoordelaars');
	await expect(page.getByRole('main')).not.toContainText('één perspectief');
});
