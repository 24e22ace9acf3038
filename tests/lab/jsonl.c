#define _POSIX_C_SOURCE 200809L
#include "jsonl.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void *lab_realloc(void *p, size_t n)
{
    p = realloc(p, n ? n : 1);
    if (!p) {
        fputs("out of memory\n", stderr);
        exit(1);
    }
    return p;
}

void *lab_alloc(size_t n) { return lab_realloc(NULL, n); }

/* The shell sees the path in single quotes; a quote within it is written '\''. */
static FILE *open_xz(const char *path)
{
    char *cmd = lab_alloc(4 * strlen(path) + 16), *to = cmd;
    FILE *f;

    to += sprintf(to, "xz -dc '");
    for (; *path; path++) {
        if (*path == '\'')
            to += sprintf(to, "'\\''");
        else
            *to++ = *path;
    }
    memcpy(to, "'", 2);
    f = popen(cmd, "r");
    free(cmd);
    return f;
}

int jsonl_open(jsonl *j, const char *path)
{
    size_t n = strlen(path);

    memset(j, 0, sizeof *j);
    j->piped = n > 3 && strcmp(path + n - 3, ".xz") == 0;
    j->file = fopen(path, "rb");
    if (j->file && j->piped) {
        fclose(j->file);
        j->file = open_xz(path);
    }
    return j->file ? 0 : -1;
}

int jsonl_close(jsonl *j)
{
    int bad = ferror(j->file), ended = feof(j->file);

    if (j->piped)
        bad |= pclose(j->file) != 0 && ended;
    else
        fclose(j->file);
    free(j->line);
    memset(j, 0, sizeof *j);
    return bad ? -1 : 0;
}

static const char *blanks(const char *s)
{
    while (*s == ' ' || *s == '\t' || *s == '\r' || *s == '\n')
        s++;
    return s;
}

/* `s` stands on a quote. Returns what follows the closing one, or a null pointer. */
static const char *skip_string(const char *s)
{
    for (s++; *s && *s != '"'; s++) {
        if (*s == '\\' && s[1])
            s++;
    }
    return *s ? s + 1 : NULL;
}

/* Returns what follows the value at `s`, or a null pointer. */
static const char *skip_value(const char *s)
{
    int depth = 0;

    do {
        if (*s == '"') {
            s = skip_string(s);
            if (!s)
                return NULL;
        } else if (*s == '[' || *s == '{') {
            depth++;
            s++;
        } else if (depth && (*s == ']' || *s == '}')) {
            depth--;
            s++;
        } else if (depth && *s) {
            s++;
        } else {
            size_t n = strcspn(s, ",]} \t\r\n");
            if (n == 0)
                return NULL;
            s += n;
        }
    } while (depth);
    return s;
}

/* The value of a member of the object at `s`, or a null pointer. */
static const char *member(const char *s, const char *key)
{
    size_t n = strlen(key);

    s = blanks(s);
    if (*s != '{')
        return NULL;
    s = blanks(s + 1);
    while (*s == '"') {
        int found = strncmp(s + 1, key, n) == 0 && s[n + 1] == '"';

        s = skip_string(s);
        if (!s)
            return NULL;
        s = blanks(s);
        if (*s != ':')
            return NULL;
        s = blanks(s + 1);
        if (found)
            return s;
        s = skip_value(s);
        if (!s)
            return NULL;
        s = blanks(s);
        if (*s == ',')
            s = blanks(s + 1);
    }
    return NULL;
}

static uint32_t hex4(const char *s)
{
    uint32_t v = 0;
    int i;

    for (i = 0; i < 4; i++) {
        char c = s[i];
        v <<= 4;
        if (c >= '0' && c <= '9')
            v |= (uint32_t)(c - '0');
        else if (c >= 'a' && c <= 'f')
            v |= (uint32_t)(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            v |= (uint32_t)(c - 'A' + 10);
        else
            return UINT32_MAX;
    }
    return v;
}

static char *put_utf8(char *to, uint32_t c)
{
    if (c < 0x80) {
        *to++ = (char)c;
        return to;
    }
    if (c < 0x800) {
        *to++ = (char)(0xc0 | c >> 6);
    } else {
        if (c < 0x10000) {
            *to++ = (char)(0xe0 | c >> 12);
        } else {
            *to++ = (char)(0xf0 | c >> 18);
            *to++ = (char)(0x80 | (c >> 12 & 63));
        }
        *to++ = (char)(0x80 | (c >> 6 & 63));
    }
    *to++ = (char)(0x80 | (c & 63));
    return to;
}

/* A \u escape at `s` (after the u), perhaps a surrogate pair; half a pair, and U+0000, become U+FFFD. */
static const char *escape_u(const char *s, char **to)
{
    uint32_t c = hex4(s), low;

    if (c == UINT32_MAX)
        return s;
    s += 4;
    if (c >= 0xd800 && c < 0xdc00 && s[0] == '\\' && s[1] == 'u') {
        low = hex4(s + 2);
        if (low >= 0xdc00 && low < 0xe000) {
            c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
            s += 6;
        }
    }
    if (c == 0 || (c >= 0xd800 && c < 0xe000))
        c = 0xfffd;
    *to = put_utf8(*to, c);
    return s;
}

/* Decodes the string at `s` to `to`, which has room for it: no escape is shorter than what it stands for. */
static char *decode(const char *s, char *to)
{
    static const char from[] = "nrtbf", into[] = "\n\r\t\b\f";

    for (s++; *s && *s != '"';) {
        const char *e;

        if (*s != '\\' || !s[1]) {
            *to++ = *s++;
            continue;
        }
        s += 2;
        e = strchr(from, s[-1]);
        if (s[-1] == 'u')
            s = escape_u(s, &to);
        else
            *to++ = e ? into[e - from] : s[-1];
    }
    return to;
}

/* The next element of a list: `s` stands on its bracket or after an element. Null pointer at the end. */
static const char *next_element(const char *s)
{
    s = blanks(s);
    if (*s != '[' && *s != ',')
        return NULL;
    s = blanks(s + 1);
    return *s == ']' || !*s ? NULL : s;
}

char *jsonl_string(const jsonl *j, const char *key)
{
    const char *s = member(j->line, key), *e;
    char *out, *to;

    if (!s || (*s != '"' && *s != '['))
        return NULL;
    out = to = lab_alloc(strlen(s) + 1);
    if (*s == '"') {
        to = decode(s, to);
    } else {
        for (e = next_element(s); e; e = next_element(s)) {
            const char *text = *e == '{' ? member(e, "text") : e;

            if (text && *text == '"') {
                if (to != out)
                    *to++ = '\n';
                to = decode(text, to);
            }
            s = skip_value(e);
            if (!s)
                break;
        }
    }
    *to = 0;
    return out;
}

char *jsonl_element(const jsonl *j, const char *key, size_t i)
{
    const char *s = member(j->line, key);
    char *out;

    if (!s || *s != '[')
        return NULL;
    for (s = next_element(s); s && i; i--) {
        s = skip_value(s);
        if (s)
            s = next_element(s);
    }
    if (!s || *s != '"')
        return NULL;
    out = lab_alloc(strlen(s) + 1);
    *decode(s, out) = 0;
    return out;
}

char *jsonl_part(const jsonl *j, const char *key, size_t i, const char *part)
{
    const char *s = member(j->line, key);
    char *out;

    if (!s || *s != '[')
        return NULL;
    for (s = next_element(s); s && i; i--) {
        s = skip_value(s);
        if (s)
            s = next_element(s);
    }
    if (!s || *s != '{' || (s = member(s, part)) == NULL)
        return NULL;
    out = lab_alloc(strlen(s) + 1);
    if (*s == '"') {
        *decode(s, out) = 0;
    } else {
        size_t n = strcspn(s, ",]} \t\r\n");

        memcpy(out, s, n);
        out[n] = 0;
    }
    return out;
}

int jsonl_next(jsonl *j)
{
    do {
        size_t n = 0;

        for (;;) {
            if (j->room - n < 4096) {
                j->room = 2 * j->room + 8192;
                j->line = lab_realloc(j->line, j->room);
            }
            if (!fgets(j->line + n, (int)(j->room - n > 1 << 24 ? 1 << 24 : j->room - n), j->file)) {
                if (ferror(j->file))
                    return -1;
                break;
            }
            n += strlen(j->line + n);
            if (n && j->line[n - 1] == '\n')
                break;
        }
        if (n == 0)
            return 0;
        j->row++;
    } while (!*blanks(j->line));
    return *blanks(j->line) == '{' && skip_value(blanks(j->line)) ? 1 : -1;
}
