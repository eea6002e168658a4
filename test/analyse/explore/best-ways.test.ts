import { BestWays } from '../../../lib/analyse/explore/best-ways';
import { FactBook } from '../../../lib/analyse/facts/facts';

test('A way is news where no way as good was seen with the same facts', () => {
  const book = new FactBook();
  const [one, other] = [book.fresh(), book.fresh({ shared: true })];
  const ways = new BestWays();
  expect([ways.isNews(one, 5), ways.isNews(one, 5), ways.isNews(one, 6), ways.isNews(one, 4)]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect([ways.isNews(other, 9), ways.isNews(other, 9), ways.isNews(one, 4)]).toEqual([true, false, false]);
});
