/* Sign by sign, a token is open or not. A sign that may join two parts of a token ("don't", "3.5", "U.S",
 * "a@b") can only be judged by what follows it. Until then it stays pending, in queue[0..pending); at
 * most three code points do. When they do not join, the token ends before them, and they are read again
 * as if they had just arrived: queue[next..queued) is what is to be read before any new byte.
 *
 * Cost per byte: about 15 instructions for ASCII letters inside a word, 100 to 300 for other signs. */
#include "word.h"
#include "uclass.h"

/* What is open. */
enum { GAP, WORDS /* word, number, link without a path */, PATH /* link from its first / on */, IDEO, SIGNS };

/* `cased`: which letters were seen. */
enum { UP = 1, UP_MANY = 2 /* two or more, and no lower case */, LOW = 4, LOW_FIRST = 8, UP_INNER = 16 };

/* What a code point does to the open token. FLUSH: the pending ones join, then it is judged anew. */
enum { JOIN, WAIT, SPLIT, FLUSH };

enum { LONG_GAP = 64, PENDING_MAX = 3 };

void pi_cut_init(pi_cutter *c, uint32_t offset)
{
    memset(c, 0, sizeof *c);
    c->offset = c->at = offset;
    c->gap = PI_GAP_PARA;
}

uint32_t pi_cut_start(const pi_cutter *c) { return c->mode == GAP ? c->at : c->tok.offset; }

static uint32_t code_point(uint32_t entry) { return entry & UINT32_C(0xFFFFFF); }
static uint8_t bytes_of(uint32_t entry) { return (uint8_t)(entry >> 24); }
static uint16_t mark_of(uint32_t cp) { return cp > 0xFFFF ? 0xFFFF : (uint16_t)cp; }

static uint8_t class_at(const pi_cutter *c, uint8_t i) { return pi_uclass(code_point(c->queue[i])); }

static void begin(pi_cutter *c, uint8_t kind, uint8_t mode)
{
    pi_token *t = &c->tok;

    t->offset = c->at;
    t->hash = 0;
    t->length = t->chars = t->n = 0;
    t->kind = kind;
    t->gap = c->gap;
    t->indent = c->gap >= PI_GAP_LINE ? c->indent : 0;
    t->flags = 0;
    c->mode = mode;
    c->letters = c->last = c->cased = c->full = 0;
    c->gap = PI_GAP_NONE;
    c->blanks = c->indent = c->cr = 0;
}

static uint8_t shape_of(uint8_t cased)
{
    if (!(cased & UP))
        return cased & LOW ? PI_SHAPE_LOWER : PI_SHAPE_NONE;
    if (!(cased & LOW))
        return cased & UP_MANY ? PI_SHAPE_UPPER : PI_SHAPE_INITIAL;
    return cased & (LOW_FIRST | UP_INNER) ? PI_SHAPE_MIXED : PI_SHAPE_CAP;
}

static void complete(pi_cutter *c)
{
    pi_token *t = &c->tok;

    t->shape = shape_of(t->flags & PI_TOK_POSS ? c->cased_poss : c->cased);
    t->hash = pi_hash_end(t->hash);
    c->at = t->offset + t->length;
    c->mode = GAP;
    c->ready = 1;
}

static void note_case(pi_cutter *c, uint8_t class)
{
    uint8_t k = c->cased;

    if (class == PI_UC_UPPER) {
        if ((k & (UP | LOW)) == UP)
            k |= UP_MANY;
        k = (uint8_t)(k | UP | (c->letters ? UP_INNER : 0));
    } else if (class == PI_UC_LOWER) {
        if (!(k & (UP | LOW)))
            k |= LOW_FIRST;
        k = (uint8_t)((k | LOW) & ~UP_MANY);
    }
    c->cased = k;
    c->letters++; /* <= length <= 255 */
    c->last = class;
}

/* Appends a code point; there is room for it in `length`. */
static void put(pi_cutter *c, uint32_t entry)
{
    pi_token *t = &c->tok;
    uint32_t cp = code_point(entry);
    uint8_t class = pi_ufold(&cp), utf8[4], n, i;

    t->length = (uint8_t)(t->length + bytes_of(entry));
    t->chars++;
    if (class == PI_UC_SKIP)
        return;
    n = pi_utf8_put(cp, utf8);
    if (n > PI_WORD_KEPT - t->n)
        c->full = 1;
    for (i = 0; i < n; i++) {
        t->hash = pi_hash_step(t->hash, utf8[i]);
        if (!c->full)
            t->folded[t->n++] = utf8[i];
    }
    t->flags &= (uint8_t)~PI_TOK_POSS;
    if (pi_uc_is_letter(class)) {
        note_case(c, class);
    } else if (class != PI_UC_EXTEND) {
        c->letters = 0;
        c->last = class;
        if (class == PI_UC_DIGIT)
            t->flags |= PI_TOK_DIGIT;
    }
}

static void line_end(pi_cutter *c, uint32_t cp)
{
    if (cp != '\n' || !c->cr)
        c->gap = c->gap >= PI_GAP_LINE ? PI_GAP_PARA : PI_GAP_LINE;
    c->cr = cp == '\r';
    c->indent = 0;
}

static void blank(pi_cutter *c)
{
    if (c->blanks < LONG_GAP)
        c->blanks++;
    else
        c->gap = PI_GAP_PARA;
    if (c->gap == PI_GAP_NONE)
        c->gap = PI_GAP_BLANK;
    c->indent = pi_inc8(c->indent);
    c->cr = 0;
}

/* A code point while no token is open. */
static void open_with(pi_cutter *c, uint32_t entry)
{
    uint32_t cp = code_point(entry);
    uint8_t class = pi_uclass(cp), kind = PI_TOK_MARK, mode = SIGNS;

    if (c->resume) {
        begin(c, c->tok.kind, c->resume);
        c->tok.flags = PI_TOK_CONT;
        c->resume = 0;
        put(c, entry);
        return;
    }
    if (class >= PI_UC_BLANK && class <= PI_UC_SKIP) {
        c->at += bytes_of(entry);
        if (class == PI_UC_BLANK)
            blank(c);
        else if (class == PI_UC_LINE)
            line_end(c, cp);
        else if (class == PI_UC_PARA)
            c->gap = PI_GAP_PARA;
        return;
    }
    if (pi_uc_is_letter(class) || class == PI_UC_DIGIT) {
        kind = class == PI_UC_DIGIT ? PI_TOK_NUMBER : PI_TOK_WORD;
        mode = WORDS;
    } else if (class == PI_UC_IDEO) {
        kind = PI_TOK_WORD;
        mode = IDEO;
    } else if (class == PI_UC_STOP) {
        kind = PI_TOK_STOP;
    }
    begin(c, kind, mode);
    c->tok.mark = mode == SIGNS ? mark_of(cp) : 0;
    put(c, entry);
}

/* May this sign join what is open to what follows it? */
static uint8_t may_join(pi_cutter *c, uint32_t cp, uint8_t class)
{
    int digit = c->last == PI_UC_DIGIT;

    if (class == PI_UC_APOS)
        return WAIT;
    switch (cp) {
    case '.':
    case '-':
    case '_':
    case '@':
    case ':':
    case 0x2010:
    case 0x2011:
    case 0x2018:
        return WAIT;
    case '&':
        return c->last == PI_UC_UPPER ? WAIT : SPLIT;
    case ',':
        return digit ? WAIT : SPLIT;
    case '/':
        if (c->tok.kind != PI_TOK_LINK)
            return digit ? WAIT : SPLIT;
        c->mode = PATH;
        return JOIN;
    case '?':
        return c->tok.kind == PI_TOK_LINK ? WAIT : SPLIT;
    default:
        return SPLIT;
    }
}

static uint8_t as_link(pi_cutter *c)
{
    c->tok.kind = PI_TOK_LINK;
    return JOIN;
}

static uint8_t as_path(pi_cutter *c)
{
    c->mode = PATH;
    return as_link(c);
}

/* The part before the dot: one letter ("U" of "U.S"), or two of which the first is a capital ("Ph.D"). */
static int is_initial(const pi_cutter *c)
{
    return c->letters == 1 || (c->letters == 2 && c->tok.chars == 2 && c->cased == (UP | LOW));
}

/* A code point of this class after a dot. "end.Next" are two words, "index.html" is a link. */
static uint8_t after_dot(pi_cutter *c, uint8_t class)
{
    int link = c->tok.kind == PI_TOK_LINK;

    if (class == PI_UC_DIGIT)
        return c->last == PI_UC_DIGIT || link ? JOIN : SPLIT;
    if (class == PI_UC_LOWER) {
        if (!link && c->letters == 1)
            return WAIT;
        return c->last == PI_UC_LETTER ? SPLIT : as_link(c);
    }
    if (class != PI_UC_UPPER || link)
        return SPLIT;
    return is_initial(c) || (c->letters > 1 && !(c->cased & LOW)) ? WAIT : SPLIT;
}

/* A code point of this class after a dot and one letter. "U.S", "p.m", "Ph.D" end here; "t.co" and
 * "README.TXT" are links, "J.Smith" and "a.m.The" two words. */
static uint8_t after_dot_letter(pi_cutter *c, uint8_t class)
{
    uint8_t before = class_at(c, 1);

    if (pi_uc_is_letter(class)) {
        if (before == PI_UC_LOWER)
            return class == PI_UC_LOWER && !(c->tok.flags & PI_TOK_DOTS) ? as_link(c) : SPLIT;
        return class == PI_UC_UPPER && c->letters > 1 && !(c->cased & LOW) ? as_link(c) : SPLIT;
    }
    if (class == PI_UC_DIGIT || !(before == PI_UC_LOWER || is_initial(c)))
        return SPLIT;
    c->tok.flags |= PI_TOK_DOTS;
    return FLUSH;
}

/* A code point of this class after a pending sign that may join. */
static uint8_t after_sign(pi_cutter *c, uint32_t cp, uint8_t class)
{
    uint32_t sign = code_point(c->queue[0]);
    int letter = pi_uc_is_letter(class), digit = class == PI_UC_DIGIT, joins = 0;

    switch (sign) {
    case '.':
        return c->pending == 1 ? after_dot(c, class) : after_dot_letter(c, class);
    case ':':
        if (c->pending == 2)
            return cp == '/' ? as_path(c) : SPLIT;
        if (cp == '/' && pi_uc_is_letter(c->last))
            return WAIT;
        joins = digit && (c->last == PI_UC_DIGIT || c->tok.kind == PI_TOK_LINK);
        break;
    case ',':
    case '/':
        joins = digit;
        break;
    case '&':
        joins = class == PI_UC_UPPER;
        break;
    case '_':
    case '@':
        return letter || digit ? as_link(c) : SPLIT;
    case '?':
        return letter || digit ? as_path(c) : SPLIT;
    case '-':
    case 0x2010:
    case 0x2011:
        joins = letter || (digit && pi_uc_is_letter(c->last));
        if (joins)
            c->tok.flags |= PI_TOK_HYPHEN;
        break;
    default: /* apostrophes */
        joins = letter || (digit && c->last == PI_UC_DIGIT);
        c->cased_poss = c->cased;
    }
    return joins ? JOIN : SPLIT;
}

static uint8_t judge_word(pi_cutter *c, uint32_t cp, uint8_t class)
{
    if (c->pending)
        return after_sign(c, cp, class);
    if (pi_uc_is_letter(class) || class == PI_UC_DIGIT || class == PI_UC_EXTEND || class == PI_UC_SKIP)
        return JOIN;
    return may_join(c, cp, class);
}

/* Signs that end a path when nothing but such signs follow. */
static int may_trail(uint32_t cp)
{
    return cp == '.' || cp == ',' || cp == ';' || cp == ':' || cp == '!' || cp == '?' || cp == '\'' || cp == '*';
}

static uint8_t judge_path(const pi_cutter *c, uint32_t cp, uint8_t class)
{
    if (may_trail(cp))
        return c->pending < PENDING_MAX ? WAIT : SPLIT;
    if (pi_uc_is_letter(class) || class == PI_UC_DIGIT || class == PI_UC_EXTEND || class == PI_UC_SKIP)
        return JOIN;
    return cp == '/' || cp == '#' || cp == '%' || cp == '&' || cp == '=' || cp == '+' || cp == '~' || cp == '$'
            || cp == '@' || cp == '_' || cp == '-'
        ? JOIN
        : SPLIT;
}

static uint8_t judge_sign(pi_cutter *c, uint32_t cp, uint8_t class)
{
    pi_token *t = &c->tok;

    if (class == PI_UC_EXTEND || class == PI_UC_SKIP)
        return JOIN;
    if (t->kind == PI_TOK_MARK && t->mark == mark_of(cp))
        return JOIN;
    if (t->kind == PI_TOK_STOP && class == PI_UC_STOP)
        return JOIN;
    if (t->chars != 1)
        return SPLIT;
    if ((t->mark == '@' || t->mark == '#') && pi_uc_is_letter(class)) {
        c->mode = WORDS;
        return as_link(c);
    }
    if (t->mark == '.' && class == PI_UC_DIGIT && t->gap != PI_GAP_NONE) { /* ".5" */
        c->mode = WORDS;
        t->kind = PI_TOK_NUMBER;
        t->mark = 0;
        return JOIN;
    }
    return SPLIT;
}

static uint8_t judge(pi_cutter *c, uint32_t cp, uint8_t class)
{
    if (c->mode == WORDS)
        return judge_word(c, cp, class);
    if (c->mode == PATH)
        return judge_path(c, cp, class);
    if (c->mode == SIGNS)
        return judge_sign(c, cp, class);
    return class == PI_UC_EXTEND || class == PI_UC_SKIP ? JOIN : SPLIT;
}

/* Ends the token before the pending code points and the one just taken, which are read again. They
 * keep their order; all of them were taken from below `next`. */
static void split(pi_cutter *c)
{
    uint8_t i;

    c->next--;
    for (i = c->pending; i > 0; i--)
        c->queue[--c->next] = c->queue[i - 1];
    c->pending = 0;
    complete(c);
}

static int has_room(const pi_cutter *c, uint8_t more)
{
    uint16_t length = (uint16_t)(c->tok.length + more);
    uint8_t i;

    for (i = 0; i < c->pending; i++)
        length = (uint16_t)(length + bytes_of(c->queue[i]));
    return length <= PI_TOKEN_MAX;
}

static void flush(pi_cutter *c)
{
    uint8_t i;

    for (i = 0; i < c->pending; i++)
        put(c, c->queue[i]);
    c->pending = 0;
}

/* Takes the next code point of the queue. */
static void take(pi_cutter *c)
{
    uint32_t entry = c->queue[c->next++], cp = code_point(entry), sign = code_point(c->queue[0]);
    uint8_t class, verdict, mode = c->mode, pending = c->pending;

    if (mode == GAP) {
        open_with(c, entry);
        return;
    }
    class = pi_uclass(cp);
    verdict = judge(c, cp, class);
    if (verdict == FLUSH && has_room(c, 0)) {
        flush(c);
        verdict = judge(c, cp, class);
    }
    if (verdict == WAIT) {
        c->queue[c->pending++] = entry;
        return;
    }
    if (verdict != JOIN || !has_room(c, bytes_of(entry))) {
        if (verdict == JOIN && c->pending == 0)
            c->resume = c->mode;
        split(c);
        return;
    }
    flush(c);
    put(c, entry);
    if (mode == WORDS && pending == 1 && (cp == 's' || cp == 'S') && (sign == 0x2018 || pi_uclass(sign) == PI_UC_APOS))
        c->tok.flags |= PI_TOK_POSS;
}

/* Continues a word with the ASCII letters at s; returns their number. They begin no part of it, so
 * that the case of all of them can be told from the AND and the OR of the bytes. */
static size_t run(pi_cutter *c, const uint8_t *s, size_t n)
{
    pi_token *t = &c->tok;
    uint8_t *folded = t->folded + t->n;
    uint8_t any = 0, all = 0xFF, k = 0, room = (uint8_t)(PI_WORD_KEPT - t->n);
    uint32_t hash = t->hash;

    if (room > PI_TOKEN_MAX - t->length)
        room = (uint8_t)(PI_TOKEN_MAX - t->length);
    if (n < room)
        room = (uint8_t)n;
    for (; k < room; k++) {
        uint8_t byte = s[k], low = byte | 0x20;
        if ((uint8_t)(low - 'a') > 'z' - 'a')
            break;
        any |= byte;
        all &= byte;
        folded[k] = low;
        hash = pi_hash_step(hash, low);
    }
    if (k == 0)
        return 0;
    t->hash = hash;
    t->n = (uint8_t)(t->n + k);
    t->length = (uint8_t)(t->length + k);
    t->chars = (uint8_t)(t->chars + k);
    t->flags &= (uint8_t)~PI_TOK_POSS;
    c->letters = (uint8_t)(c->letters + k);
    c->last = s[k - 1] & 0x20 ? PI_UC_LOWER : PI_UC_UPPER;
    if (!(all & 0x20)) {
        if (!(c->cased & LOW) && (c->cased & UP || k > 1))
            c->cased |= UP_MANY;
        c->cased |= UP | UP_INNER;
    }
    if (any & 0x20)
        c->cased = (uint8_t)((c->cased | LOW) & ~UP_MANY);
    return k;
}

/* Does the common cases without the queue, which is empty: blanks, words of ASCII letters, and the end
 * of any token at a blank. Returns the bytes read; perhaps 0. */
static size_t cut_fast(pi_cutter *c, const uint8_t *s, size_t n)
{
    size_t i = 0;

    if (c->mode == GAP) {
        uint8_t low;
        if (c->resume)
            return 0;
        for (; i < n && s[i] == ' '; i++)
            blank(c);
        c->at += (uint32_t)i;
        if (i == n)
            return i;
        low = s[i] | 0x20;
        if ((uint8_t)(low - 'a') > 'z' - 'a')
            return i;
        begin(c, PI_TOK_WORD, WORDS);
        c->tok.mark = 0;
        c->tok.folded[0] = low;
        c->tok.hash = pi_hash_step(0, low);
        c->tok.n = c->tok.length = c->tok.chars = c->letters = 1;
        c->last = s[i] & 0x20 ? PI_UC_LOWER : PI_UC_UPPER;
        c->cased = s[i] & 0x20 ? LOW | LOW_FIRST : UP;
        i++;
    }
    if (c->mode == WORDS && c->letters && c->cased && !c->full)
        i += run(c, s + i, n - i);
    if (i < n && (s[i] == ' ' || s[i] == '\n' || s[i] == '\r'))
        complete(c);
    return i;
}

static void enqueue(pi_cutter *c, uint32_t cp, uint8_t length)
{
    c->next = c->pending;
    c->queue[c->pending] = cp | (uint32_t)length << 24;
    c->queued = (uint8_t)(c->pending + 1);
}

size_t pi_cut(pi_cutter *c, const uint8_t *text, size_t n)
{
    size_t i = 0;
    uint8_t did;

    c->ready = 0;
    for (;;) {
        while (c->next < c->queued && !c->ready)
            take(c);
        if (c->ready || i == n)
            break;
        if (c->utf8.need == 0 && c->pending == 0) {
            i += cut_fast(c, text + i, n - i);
            if (c->ready || i == n)
                break;
        }
        did = pi_utf8_step(&c->utf8, text[i]);
        if (did != PI_UTF8_CUT)
            i++;
        if (did == PI_UTF8_MORE)
            continue;
        if (did != PI_UTF8_CHAR)
            c->malformed = pi_inc32(c->malformed);
        enqueue(c, c->utf8.cp, c->utf8.length);
    }
    c->offset += (uint32_t)i;
    return i;
}

void pi_cut_end(pi_cutter *c)
{
    c->ready = 0;
    if (pi_utf8_end(&c->utf8) == PI_UTF8_CUT) {
        c->malformed = pi_inc32(c->malformed);
        enqueue(c, c->utf8.cp, c->utf8.length);
    }
    while (!c->ready && (c->next < c->queued || c->mode != GAP)) {
        if (c->next == c->queued)
            enqueue(c, ' ', 0);
        take(c);
    }
}
