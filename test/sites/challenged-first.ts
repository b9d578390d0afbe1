import type { SitePlan } from './site-plan.ts';

/** The kind of page that a wall before a site sends with status 200: a script that would set a cookie, and no word. */
export const CHALLENGE_PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"><title></title><script>
var _0x1f=['cookie','__jsl_clearance_s=','location','reload'];(function(){document[_0x1f[0]]=_0x1f[1]+'1643000000.27|0|abc';setTimeout(function(){window[_0x1f[2]][_0x1f[3]]()},1500)})();
</script><noscript>请开启JavaScript并刷新该页.</noscript></head><body></body></html>`;

/** The same site behind a wall: the first request of each page gets a challenge in its place, the next one the page. */
export function challengedFirst(plan: SitePlan): SitePlan {
  const { host, answer } = plan.site;
  return {
    ...plan,
    site: {
      host,
      answer: (request) => {
        const real = answer(request);
        return real !== undefined && request.attempt === 0 ? { body: CHALLENGE_PAGE } : real;
      },
    },
  };
}
