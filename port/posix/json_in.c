#include "json_in.h"

#include <string.h>

/* Grammar: RFC 8259. Values are skipped without recursion: a bit a level says what is open. */

enum { END = -1 };                                  /* of the line, or of the input */
enum target { TO_KEY, TO_ID, TO_TEXT, TO_NOWHERE }; /* where a string goes */
enum { KEY_ROOM = 8 };                              /* longer than the names that matter */

typedef struct {
    enum target to;
    size_t n;              /* bytes of a key */
    uint8_t key[KEY_ROOM];
    uint32_t high;         /* an escaped high surrogate that waits for its other half, or 0 */
} string;

static int fill(json_in *j)
{
    int k;

    if (j->failed)
        return 0;
    k = input_read(j->in, j->buf, sizeof j->buf);
    j->at = j->buf;
    j->end = j->buf + (k > 0 ? k : 0);
    if (k < 0)
        j->failed = k;
    return k > 0;
}

/* The next byte, not taken; END at a line end, which stays. */
static int peek(json_in *j)
{
    if (j->at == j->end && !fill(j))
        return END;
    return *j->at == '\n' ? END : *j->at;
}

static int peek_solid(json_in *j)
{
    int c;

    while ((c = peek(j)) == ' ' || c == '\t' || c == '\r')
        j->at++;
    return c;
}

static int wrong(json_in *j, const char *what)
{
    j->wrong = what;
    return -1;
}

/* Takes decoded bytes of a string. */
static int take(json_in *j, string *s, const uint8_t *b, size_t n)
{
    size_t room;

    switch (s->to) {
    case TO_TEXT:
        return (j->failed = j->text(j->port, b, n)) < 0 ? -1 : 0;
    case TO_ID:
        if (n > JSON_ID_MAX - j->id_length)
            return wrong(j, "\"id\" is longer than 1024 bytes");
        memcpy(j->id + j->id_length, b, n);
        j->id_length += n;
        return 0;
    case TO_KEY:
        room = KEY_ROOM - s->n;
        memcpy(s->key + s->n, b, n < room ? n : room);
        s->n += n < room ? n : room;
        return 0;
    default:
        return 0;
    }
}

static int take_code(json_in *j, string *s, uint32_t code)
{
    uint8_t b[4];

    return take(j, s, b, utf8_put(code, b));
}

/* A high surrogate whose other half does not follow becomes U+FFFD. */
static int take_lone(json_in *j, string *s)
{
    uint32_t high = s->high;

    s->high = 0;
    return high ? take_code(j, s, 0xfffd) : 0;
}

/* Takes a code unit from an escape; halves of a pair are joined. */
static int take_unit(json_in *j, string *s, uint32_t unit)
{
    uint32_t high = s->high;

    if (high && unit >= 0xdc00 && unit <= 0xdfff) {
        s->high = 0;
        return take_code(j, s, 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
    }
    if (take_lone(j, s) < 0)
        return -1;
    if (unit >= 0xd800 && unit <= 0xdbff) {
        s->high = unit;
        return 0;
    }
    return take_code(j, s, unit);
}

static int hex(int c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Reads an escape behind its backslash. */
static int read_escape(json_in *j, string *s)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    const char *k;
    uint32_t unit = 0;
    int c = peek(j), i;

    if (c == END)
        return wrong(j, "the line ends inside a string");
    j->at++;
    if (c != 'u') {
        k = c ? strchr(from, c) : NULL;
        return k ? take_unit(j, s, (uint32_t)to[k - from]) : wrong(j, "unknown escape in a string");
    }
    for (i = 0; i < 4; i++) {
        int d = hex(peek(j));
        if (d < 0)
            return wrong(j, "\\u needs four hexadecimal digits");
        unit = unit << 4 | (uint32_t)d;
        j->at++;
    }
    return take_unit(j, s, unit);
}

/* Reads a string behind its opening quote. */
static int read_string(json_in *j, string *s)
{
    for (;;) {
        const uint8_t *from = j->at;
        int c;

        while (j->at < j->end && *j->at >= 0x20 && *j->at != '"' && *j->at != '\\')
            j->at++;
        if (j->at > from) {
            if (take_lone(j, s) < 0 || take(j, s, from, (size_t)(j->at - from)) < 0)
                return -1;
            continue;
        }
        if ((c = peek(j)) == END)
            return wrong(j, "the line ends inside a string");
        if (c >= 0x20 && c != '"' && c != '\\')
            continue; /* the buffer was filled again */
        if (c < 0x20)
            return wrong(j, "control character in a string");
        j->at++;
        if (c == '"')
            return take_lone(j, s);
        if (read_escape(j, s) < 0)
            return -1;
    }
}

/* Takes one byte of a number, which is an id when `keep` is set. */
static int number_byte(json_in *j, int keep)
{
    if (keep) {
        if (j->id_length == JSON_ID_MAX)
            return wrong(j, "\"id\" is longer than 1024 bytes");
        j->id[j->id_length++] = *j->at;
    }
    j->at++;
    return 0;
}

static int digits(json_in *j, int keep)
{
    int c = peek(j);

    if (c < '0' || c > '9')
        return wrong(j, "malformed number");
    for (; c >= '0' && c <= '9'; c = peek(j))
        if (number_byte(j, keep) < 0)
            return -1;
    return 0;
}

static int read_number(json_in *j, int keep)
{
    int c = peek(j);

    if (c == '-' && number_byte(j, keep) < 0)
        return -1;
    if (peek(j) == '0') {
        if (number_byte(j, keep) < 0)
            return -1;
    } else if (digits(j, keep) < 0) {
        return -1;
    }
    if (peek(j) == '.' && (number_byte(j, keep) < 0 || digits(j, keep) < 0))
        return -1;
    c = peek(j);
    if (c == 'e' || c == 'E') {
        if (number_byte(j, keep) < 0)
            return -1;
        c = peek(j);
        if ((c == '+' || c == '-') && number_byte(j, keep) < 0)
            return -1;
        if (digits(j, keep) < 0)
            return -1;
    }
    return 0;
}

static int read_word(json_in *j, const char *word)
{
    for (; *word; word++, j->at++)
        if (peek(j) != *word)
            return wrong(j, "neither a value nor true, false or null");
    return 0;
}

/* Reads a value that is no object and no array. */
static int skip_scalar(json_in *j)
{
    string s = { TO_NOWHERE, 0, { 0 }, 0 };
    int c = peek_solid(j);

    switch (c) {
    case '"':
        j->at++;
        return read_string(j, &s);
    case 't': return read_word(j, "true");
    case 'f': return read_word(j, "false");
    case 'n': return read_word(j, "null");
    default:
        if (c != '-' && (c < '0' || c > '9'))
            return wrong(j, c == END ? "the line ends where a value should be" : "a value is missing");
        return read_number(j, 0);
    }
}

/* Reads a member's name and the colon behind it. */
static int read_key(json_in *j, string *s)
{
    memset(s, 0, sizeof *s);
    s->to = TO_KEY;
    if (peek_solid(j) != '"')
        return wrong(j, "a member's name is missing");
    j->at++;
    if (read_string(j, s) < 0)
        return -1;
    if (peek_solid(j) != ':')
        return wrong(j, "a colon is missing");
    j->at++;
    return 0;
}

/* Opens the object or array that stands here, at level n. */
static int open_level(json_in *j, unsigned n)
{
    uint8_t bit = (uint8_t)(1u << (n & 7));

    if (n == JSON_DEPTH_MAX)
        return wrong(j, "nested too deeply");
    if (*j->at++ == '{')
        j->depth[n >> 3] |= bit;
    else
        j->depth[n >> 3] &= (uint8_t)~bit;
    return 0;
}

/* Reads any value and forgets it. */
static int skip_value(json_in *j)
{
    unsigned n = 0;
    string s;
    int c, first = 0; /* an object or array was just opened */

    for (;;) {
        int object = n && (j->depth[(n - 1) >> 3] >> ((n - 1) & 7) & 1);

        c = peek_solid(j);
        if (first && c == (object ? '}' : ']')) {
            j->at++;
            n--;
        } else {
            if (n && object && read_key(j, &s) < 0)
                return -1;
            c = peek_solid(j);
            first = c == '{' || c == '[';
            if ((first ? open_level(j, n) : skip_scalar(j)) < 0)
                return -1;
            if (first) {
                n++;
                continue;
            }
        }
        first = 0;
        /* A value has ended, and perhaps what it stands in. */
        while (n) {
            object = j->depth[(n - 1) >> 3] >> ((n - 1) & 7) & 1;
            c = peek_solid(j);
            if (c == ',') {
                j->at++;
                break;
            }
            if (c != (object ? '}' : ']'))
                return wrong(j, c == END ? "the line ends inside an object or array" : "a comma is missing");
            j->at++;
            n--;
        }
        if (n == 0)
            return 0;
    }
}

static int read_id(json_in *j)
{
    string s = { TO_ID, 0, { 0 }, 0 };
    int c = peek_solid(j);

    j->id_length = 0;
    j->id_is_text = c == '"';
    if (c == '"') {
        j->at++;
        return read_string(j, &s);
    }
    if (c == 'n')
        return read_word(j, "null");
    if (c != '-' && (c < '0' || c > '9'))
        return wrong(j, "\"id\" is neither a string nor a number");
    return read_number(j, 1);
}

static int read_text(json_in *j)
{
    string s = { TO_TEXT, 0, { 0 }, 0 };

    if (peek_solid(j) != '"')
        return wrong(j, "\"text\" is no string");
    j->at++;
    if ((j->failed = j->begin(j->port)) < 0)
        return -1;
    j->has_text = 1;
    return read_string(j, &s);
}

static int read_member(json_in *j)
{
    string s;

    if (read_key(j, &s) < 0)
        return -1;
    if (s.n == 2 && memcmp(s.key, "id", 2) == 0)
        return read_id(j);
    if (s.n == 4 && memcmp(s.key, "text", 4) == 0)
        return read_text(j);
    return skip_value(j);
}

static int read_object(json_in *j)
{
    if (peek_solid(j) != '{')
        return wrong(j, "the line is no JSON object");
    j->at++;
    if (peek_solid(j) == '}') {
        j->at++;
    } else {
        for (;;) {
            int c;

            if (read_member(j) < 0)
                return -1;
            c = peek_solid(j);
            if (c != ',' && c != '}')
                return wrong(j, c == END ? "the line ends inside the object" : "a comma is missing");
            j->at++;
            if (c == '}')
                break;
        }
    }
    if (peek_solid(j) != END)
        return wrong(j, "something follows the object");
    return j->has_text ? 0 : wrong(j, "\"text\" is missing");
}

/* Moves behind the line end. */
static void end_line(json_in *j)
{
    while (j->at < j->end || fill(j)) {
        const uint8_t *nl = memchr(j->at, '\n', (size_t)(j->end - j->at));
        if (nl) {
            j->at = nl + 1;
            return;
        }
        j->at = j->end;
    }
}

/* Without the rest of it, the first byte of a byte-order mark leaves a line that is wrong anyway. */
static void skip_mark(json_in *j)
{
    static const uint8_t mark[3] = { 0xef, 0xbb, 0xbf };
    int i;

    for (i = 0; i < 3 && peek(j) == mark[i]; i++)
        j->at++;
}

int json_in_line(json_in *j)
{
    int bad;

    for (;;) {
        j->wrong = NULL;
        j->has_text = 0;
        j->id_is_text = 0;
        j->id_length = 0;
        if (j->at == j->end && !fill(j))
            return j->failed ? j->failed : JSON_END;
        if (j->line++ == 0)
            skip_mark(j);
        if (peek_solid(j) == END) {
            end_line(j);
            continue;
        }
        bad = read_object(j) < 0;
        if (j->failed)
            return j->failed;
        end_line(j);
        return j->failed ? j->failed : bad ? JSON_BAD : JSON_LINE;
    }
}
