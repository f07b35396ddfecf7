/* Search of the whole site: reads what stands beside this page, the newest first, and sends nothing anywhere. */
(() => {
  'use strict';

  const SITE = 'prakat:site:1';
  const MARK = /^prakat:1:([0-9a-z-]{4,40}):/;
  const NAME = /^[0-9a-z-]+$/;
  /* How many results, titles and texts there are before a reader is asked whether to go on. */
  const RESULTS = 50;
  const HEADS = 8000;
  const TEXTS = 500;
  /* How many parts are fetched at once, and how long what was fetched is believed, in milliseconds. */
  const AHEAD = 6;
  const FRESH = 60000;
  const BEFORE = 60;
  const EXCERPT = 220;

  /* The same as SearchText in Java. */
  const UNSEEN = /[\u00AD\u034F\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;
  const BLANK = /[\u0000-\u0020\u007F-\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g;
  const plain = (text) => text.replace(UNSEEN, '').normalize('NFC').replace(BLANK, ' ').replace(/^ | $/g, '');

  /* Latin letters small, Thai digits Arabic. Never changes where a character stands. */
  const small = (letter) => (letter.toLowerCase().length === 1 ? letter.toLowerCase() : letter);
  const digit = (thai) => String.fromCharCode(thai.charCodeAt(0) - 0x0E20);
  const letters = (text) => text.replace(/[A-Z\u00C0-\u024F]/g, small).replace(/[\u0E50-\u0E59]/g, digit);

  /* SARA AM typed as NIKHAHIT and SARA AA, SARA AE as SARA E twice: each is one character more than what it looks like. */
  const TYPED = /\u0E4D([\u0E48-\u0E4B]?)\u0E32|\u0E40\u0E40/g;
  const alike = (text) => text.replace(TYPED, (all, tone) => (all === '\u0E40\u0E40' ? '\u0E41' : tone + '\u0E33'));
  const COMBINING = /[\u0300-\u036F\u0E31\u0E34-\u0E3A\u0E47-\u0E4E\uDC00-\uDFFF]/;

  const asked = (typed) => {
    const low = letters(plain(typed));
    return { low, alike: alike(low) };
  };

  /* The place in a text that became a place in alike(text). */
  const placeOf = (text, place) => {
    let more = 0;
    for (const found of text.matchAll(TYPED)) {
      if (found.index - more + found[0].length - 1 > place) break;
      more++;
    }
    return place + more;
  };

  /* Where a query stands in a plain text, as [from, to) of whole characters; null where it does not. */
  const find = (text, query) => {
    const low = letters(text);
    let from = low.indexOf(query.low);
    let to = from + query.low.length;
    if (from < 0) {
      const like = alike(low);
      const at = like.indexOf(query.alike);
      if (at < 0) return null;
      from = placeOf(low, at);
      to = placeOf(low, at + query.alike.length);
    }
    while (from > 0 && COMBINING.test(text[from])) from--;
    while (to < text.length && COMBINING.test(text[to])) to++;
    return [from, to];
  };

  const matches = (text, typed) => find(plain(text), asked(typed)) !== null;
  Object.defineProperty(window, 'prakatSearch', { value: Object.freeze({ plain, matches }) });

  const part = (id) => document.getElementById('search-' + id);
  const form = part('form');
  const input = part('query');
  const area = part('found');
  const status = part('status');
  const progress = part('progress');
  const more = part('more');
  const title = document.title;
  const base = document.baseURI;

  class Moved extends Error {}

  const kept = new Map();
  let keptSince = 0;
  let running = new AbortController();

  /* A part of what there is to read. A part that is not there any more was parted anew meanwhile. */
  const load = async (name, signal) => {
    if (kept.has(name)) return kept.get(name);
    const response = await fetch(new URL(name + '.json', base), { signal, cache: 'no-cache' });
    if (response.status === 404 || response.status === 410) throw new Moved(name);
    if (!response.ok) throw new Error(name + ': ' + response.status);
    const read = await response.json();
    if (read.site !== SITE) throw new Error(name + ': not of this site');
    kept.set(name, read);
    return read;
  };

  async function* inOrder(names, signal) {
    const coming = [];
    for (let next = 0; next < names.length || coming.length > 0; ) {
      while (next < names.length && coming.length < AHEAD) {
        const one = load(names[next++], signal);
        one.catch(() => {}); // told when its turn comes
        coming.push(one);
      }
      const read = await coming.shift();
      signal.throwIfAborted();
      yield read;
    }
  }

  const say = (kind, count, query) => {
    area.dataset.state = kind;
    status.textContent = area.dataset[kind].replace('{0}', count).replace('{1}', () => query);
    status.className = 'search-status search-' + kind;
    progress.hidden = kind !== 'running';
    more.hidden = kind !== 'paused';
  };

  const element = (name, className, lang) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (lang) made.lang = lang;
    return made;
  };

  /* The text with what was found marked; of a long text what stands around it. */
  const write = (into, text, place) => {
    const shown = text.replace(/ (?=\u0E46)/g, '\u00A0');
    let from = 0;
    let to = shown.length;
    if (to > EXCERPT) {
      from = place ? Math.max(0, place[0] - BEFORE) : 0;
      const blank = shown.indexOf(' ', from);
      if (from > 0 && blank >= 0 && blank < from + BEFORE / 4) from = blank + 1;
      to = Math.min(shown.length, Math.max(from + EXCERPT, place ? place[1] : 0));
      while (from > 0 && COMBINING.test(shown[from])) from--;
      while (to < shown.length && COMBINING.test(shown[to])) to++;
    }
    if (from > 0) into.append('\u2026');
    if (place) {
      const mark = element('mark');
      mark.append(shown.slice(place[0], place[1]));
      into.append(shown.slice(from, place[0]), mark, shown.slice(place[1], to));
    } else {
      into.append(shown.slice(from, to));
    }
    if (to < shown.length) into.append('\u2026');
    return into;
  };

  const show = (list, item, id, label, inTitle, below, inBelow) => {
    const link = write(element('a'), item.title, inTitle);
    link.href = '../d/' + id + '/index.html';
    const heading = element('h3', 'entry-title', item.language);
    heading.append(link);
    const line = element('li');
    line.append(heading);
    if (below) line.append(write(element('p', 'entry-summary', item.language), below, inBelow));
    const date = element('time');
    date.dateTime = item.published;
    date.textContent = item.date;
    const meta = element('p', 'entry-meta');
    meta.append(date);
    if (label) {
      const tag = element('span', 'tag', 'th');
      tag.textContent = label;
      meta.append(tag);
    }
    line.append(meta);
    const section = part(list);
    section.querySelector('ol').append(line);
    section.hidden = false;
    return link;
  };

  const clear = () => {
    for (const list of ['heads', 'texts']) {
      part(list).hidden = true;
      part(list).querySelector('ol').replaceChildren();
    }
  };

  /* Waits until a reader wants more; the focus goes on to the first result that is new. */
  const wanted = (signal) =>
    new Promise((go, stop) => {
      const on = () => {
        signal.removeEventListener('abort', off);
        go(document.activeElement === more);
      };
      const off = () => {
        more.removeEventListener('click', on);
        stop(signal.reason);
      };
      more.addEventListener('click', on, { once: true });
      signal.addEventListener('abort', off, { once: true });
    });

  const search = async (typed, signal) => {
    const query = asked(typed);
    const known = new Map();
    const found = new Set();
    const texts = [];
    let told = 0;
    let read = 0;
    let done = 0;
    let focused = false;

    const add = (...shown) => {
      found.add(shown[2]);
      const link = show(...shown);
      if (focused) link.focus();
      focused = false;
    };

    /* After each part. Long work lets the page breathe. */
    const step = async (items, most, all) => {
      progress.value = ++done / all;
      read += items.length;
      if (done % 16 === 0) await new Promise((go) => setTimeout(go));
      if (read >= most || found.size - told >= RESULTS) {
        say('paused', found.size, typed);
        if (focused) more.focus();
        focused = await wanted(signal);
        say('running', 0, typed);
        told = found.size;
        read = 0;
      }
      signal.throwIfAborted();
    };

    say('running', 0, typed);
    const index = await load('index', signal);
    const names = index.parts.filter((name) => NAME.test(name));
    for await (const heads of inOrder(names, signal)) {
      for (const item of heads.items) {
        const id = (MARK.exec(item.mark) || [])[1];
        if (!id || known.has(id)) continue;
        const label = heads.categories[item.category];
        known.set(id, { item, label });
        const inTitle = find(item.title, query);
        const inSummary = find(item.summary, query);
        if (inTitle || inSummary) add('heads', item, id, label, inTitle, item.summary, inSummary);
      }
      texts.push(...heads.texts.filter((name) => NAME.test(name)));
      if (done + 1 < names.length || texts.length > 0) await step(heads.items, HEADS, 2 * names.length);
    }
    done = texts.length;
    for await (const some of inOrder(texts, signal)) {
      for (const one of some.items) {
        const id = (MARK.exec(one.mark) || [])[1];
        if (!known.has(id) || found.has(id)) continue;
        const text = NAME.test(one.file || '') ? (await load(one.file, signal)).items[0].text : one.text;
        const place = find(text, query);
        if (place) add('texts', known.get(id).item, id, known.get(id).label, null, text, place);
      }
      if (done + 1 < 2 * texts.length) await step(some.items, TEXTS, 2 * texts.length);
    }
    say(found.size > 0 ? 'done' : 'none', found.size, typed);
    if (focused) status.focus();
  };

  const begin = async () => {
    running.abort();
    running = new AbortController();
    const signal = running.signal;
    const typed = plain(input.value);
    clear();
    document.title = typed ? typed + ' \u2013 ' + title : title;
    if (!typed) {
      delete area.dataset.state;
      status.textContent = '';
      progress.hidden = more.hidden = true;
      return;
    }
    if (performance.now() - keptSince > FRESH) {
      kept.clear();
      keptSince = performance.now();
    }
    for (let again = true; ; again = false) {
      try {
        await search(typed, signal);
        return;
      } catch (problem) {
        if (signal.aborted) return;
        kept.clear();
        if (!(problem instanceof Moved) || !again) {
          say('failed', 0, typed);
          return;
        }
        clear();
      }
    }
  };

  const fromAddress = () => {
    input.value = new URLSearchParams(location.search).get('q') || '';
    begin();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const address = '?q=' + encodeURIComponent(input.value);
    if (address !== location.search) history.pushState(null, '', address);
    begin();
  });
  addEventListener('popstate', fromAddress);
  /* A page that comes back as it was may show what is not public any more. */
  addEventListener('pageshow', (event) => event.persisted && fromAddress());

  part('off').hidden = true;
  form.hidden = false;
  fromAddress();
})();
