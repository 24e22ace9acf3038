/* The command's readers and writers: JSON lines, UTF-16, marks, offsets. The first bytes choose a form and how the text comes in; it comes
 * through a socket, whose packets are the pieces that the command reads. Read in small pieces and in large ones, as UTF-16 and as
 * the UTF-8 that it stands for, it must come to the same, and what is printed must be well-formed. */
#include "fuzz.h"

#define main real_main
#include "../../port/posix/main.c"
#undef main

#include <sys/socket.h>

enum { HEAD = 4, TEXT = 8000, UTF8 = 3 * TEXT / 2 + 3, PIECES = 60, ANSWER = 1 << 20, DEPTH = 16, ARGUMENTS = 12 };

static const char *const forms[] = {
    "-n 3", "-d 30x6", "-k 5 -n 2", "-q harbour -b 300", "--from 20 --to 900 -n 5", "--expand -w 60", "--sentences",
    "--sentences", "--mentions", "--entities", "--mark -n 4", "--mark -p 50", "--json -p 40 -k 4", "--json --mentions --entities",
    "--jsonl -k 3", "--jsonl --mentions --entities"
};
static const char *const areas[] = { "-m 1K", "-m 2K", "-m 3001", "-m 16K" };

/* Puts the text into standard input: first two packets of a byte, since the command looks at these apart, then pieces of
 * `piece` bytes at least. */
static void send_text(const uint8_t *text, size_t n, uint32_t seed, size_t piece)
{
    int s[2];
    size_t at = 0;

    HOLD(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, s) == 0);
    while (at < n) {
        size_t k = at < 2 ? 1 : piece + fuzz_next(&seed) % 64;

        if (k > n - at)
            k = n - at;
        HOLD(send(s[1], text + at, k, MSG_DONTWAIT) == (ssize_t)k);
        at += k;
    }
    HOLD(close(s[1]) == 0 && dup2(s[0], STDIN_FILENO) == STDIN_FILENO && close(s[0]) == 0);
}

/* Runs the command. Returns its exit status; *printed gets the bytes of its answer. */
static int answer(const char *form, const char *area, uint8_t *to, size_t *printed)
{
    static run r;
    static options o;
    static char line[256], name[] = "pith";
    char *argv[ARGUMENTS];
    int argc = 0, status, out = dup(STDOUT_FILENO);
    FILE *f = tmpfile();
    ssize_t n;

    HOLD(out >= 0 && f != NULL && dup2(fileno(f), STDOUT_FILENO) == STDOUT_FILENO);
    snprintf(line, sizeof line, "%s %s", area, form);
    argv[argc++] = name;
    for (argv[argc] = strtok(line, " "); argv[argc] != NULL; argv[argc] = strtok(NULL, " "))
        argc++;
    memset(&r, 0, sizeof r);
    status = command(&r, &o, argc, argv);
    n = pread(fileno(f), to, ANSWER, 0);
    HOLD(n >= 0 && n < ANSWER && dup2(out, STDOUT_FILENO) == STDOUT_FILENO);
    close(out);
    fclose(f);
    *printed = (size_t)n;
    return status;
}

/* Appends a code point as UTF-8. */
static size_t put(uint8_t *to, uint32_t cp)
{
    if (cp < 0x80)
        return to[0] = (uint8_t)cp, 1;
    if (cp < 0x800)
        return to[0] = (uint8_t)(0xC0 + cp / 64), to[1] = (uint8_t)(0x80 + cp % 64), 2;
    if (cp < 0x10000)
        return to[0] = (uint8_t)(0xE0 + cp / 4096), to[1] = (uint8_t)(0x80 + cp / 64 % 64), to[2] = (uint8_t)(0x80 + cp % 64), 3;
    to[0] = (uint8_t)(0xF0 + cp / 262144);
    to[1] = (uint8_t)(0x80 + cp / 4096 % 64);
    to[2] = (uint8_t)(0x80 + cp / 64 % 64);
    to[3] = (uint8_t)(0x80 + cp % 64);
    return 4;
}

/* What UTF-16 stands for. Surrogates without their other half, and what is left of a unit or a pair at the end, are U+FFFD;
 * *bad counts them. */
static size_t utf8_of(const uint8_t *b, size_t n, int big, uint8_t *to, unsigned *bad)
{
    size_t i = 0, k = 0;

    for (*bad = 0; i < n; i += 2) {
        uint32_t unit[2] = { 0xDFFF, 0 }; /* what is not there is half of nothing */
        size_t j;

        for (j = 0; j < 2 && i + 2 * j + 1 < n; j++)
            unit[j] = (uint32_t)(big ? b[i + 2 * j] << 8 | b[i + 2 * j + 1] : b[i + 2 * j + 1] << 8 | b[i + 2 * j]);
        if (unit[0] < 0xD800 || unit[0] >= 0xE000) {
            k += put(to + k, unit[0]);
        } else if (unit[0] < 0xDC00 && unit[1] >= 0xDC00 && unit[1] < 0xE000) {
            k += put(to + k, 0x10000 + (unit[0] - 0xD800) * 1024 + unit[1] - 0xDC00);
            i += 2;
        } else {
            ++*bad;
            k += put(to + k, 0xFFFD);
            if (unit[0] < 0xDC00 && n - i == 3)
                break; /* half a pair and half a unit are one */
        }
    }
    return k;
}

/* The bytes of the well-formed code point at b (table 3-7 of the Unicode standard); 0: there is none. */
static size_t well_formed(const uint8_t *b, size_t n)
{
    size_t k = b[0] < 0x80 ? 1 : b[0] < 0xC2 ? 0 : b[0] < 0xE0 ? 2 : b[0] < 0xF0 ? 3 : b[0] < 0xF5 ? 4 : 0, i;

    if (k > n)
        return 0;
    for (i = 1; i < k; i++)
        if ((b[i] & 0xC0) != 0x80)
            return 0;
    if ((b[0] == 0xE0 && b[1] < 0xA0) || (b[0] == 0xED && b[1] > 0x9F) || (b[0] == 0xF0 && b[1] < 0x90) || (b[0] == 0xF4 && b[1] > 0x8F))
        return 0;
    return k;
}

/* A JSON string behind its opening quote. Returns the bytes of it. */
static size_t check_string(const uint8_t *b, size_t n)
{
    size_t i = 0, k;

    for (;;) {
        HOLD(i < n && b[i] >= 0x20);
        if (b[i] == '"')
            return i + 1;
        if (b[i] == '\\') {
            HOLD(i + 1 < n && strchr("\"\\/bfnrtu", b[i + 1]) != NULL && b[i + 1] != 0);
            for (k = 2; b[i + 1] == 'u' && k < 6; k++)
                HOLD(i + k < n && strchr("0123456789abcdef", b[i + k]) != NULL && b[i + k] != 0);
            i += b[i + 1] == 'u' ? 6 : 2;
            continue;
        }
        k = well_formed(b + i, n - i);
        HOLD(k > 0);
        i += k;
    }
}

/* Objects and arrays that open and close as they should, around well-formed strings, numbers and words, one value a line. Returns the
 * lines. */
static size_t check_json(const uint8_t *b, size_t n)
{
    uint8_t open[DEPTH];
    size_t i = 0, lines = 0, depth = 0;

    while (i < n) {
        uint8_t c = b[i++];

        if (c == '"') {
            HOLD(depth > 0);
            i += check_string(b + i, n - i);
        } else if (c == '{' || c == '[') {
            HOLD(depth < DEPTH && (depth > 0 || i == 1 || b[i - 2] == '\n'));
            open[depth++] = (uint8_t)(c + 2); /* the bracket that closes it, in ASCII */
        } else if (c == '}' || c == ']') {
            HOLD(depth > 0 && open[--depth] == c && b[i - 2] != ',');
        } else if (c == '\n') {
            HOLD(depth == 0 && i > 1 && b[i - 2] == '}');
            lines++;
        } else {
            HOLD(depth > 0 && strchr("0123456789+-.eEtrufalsn,:", c) != NULL && c != 0);
        }
    }
    HOLD(depth == 0 && (n == 0 || b[n - 1] == '\n'));
    return lines;
}

/* Lines that are not blank; the byte-order mark before the first is none of it. */
static size_t solid_lines(const uint8_t *b, size_t n)
{
    size_t i = n >= 3 && memcmp(b, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0, lines = 0;
    int solid = 0;

    for (; i < n; i++) {
        if (b[i] == '\n') {
            lines += (size_t)solid;
            solid = 0;
        } else if (b[i] != ' ' && b[i] != '\t' && b[i] != '\r') {
            solid = 1;
        }
    }
    return lines + (size_t)solid;
}

/* The text, which has no asterisks, with pairs of marks in it. */
static void check_marks(const uint8_t *b, size_t n, const uint8_t *text, size_t length)
{
    size_t i, at = 0, marks = 0;

    for (i = 0; i < n; i++) {
        if (b[i] == '*') {
            HOLD(i + 1 < n && b[i + 1] == '*');
            i++;
            marks++;
        } else {
            HOLD(at < length && b[i] == text[at]);
            at++;
        }
    }
    HOLD(at == length && marks % 2 == 0);
}

/* Lines of offset, length and score: in order, without overlap, within the text. */
static void check_sentences(const uint8_t *b, size_t n, size_t length)
{
    size_t i = 0, last = 0;

    while (i < n) {
        size_t x[3] = { 0, 0, 0 }, k;

        for (k = 0; k < 3; k++) {
            HOLD(i < n && b[i] >= '0' && b[i] <= '9');
            while (i < n && b[i] >= '0' && b[i] <= '9')
                x[k] = 10 * x[k] + (size_t)(b[i++] - '0');
            HOLD(i < n && b[i++] == (k < 2 ? '\t' : '\n'));
        }
        HOLD(x[0] >= last && x[1] > 0 && x[0] + x[1] <= length && x[2] <= 65535);
        last = x[0] + x[1];
    }
}

/* What stood for bad UTF-16 is good UTF-8: makes its count in the answer that of UTF-16. Returns the bytes of the answer. */
static size_t tell_bad(uint8_t *b, size_t n, unsigned bad)
{
    static const char none[] = "\"malformed\":0,";
    char count[16];
    size_t i, k = (size_t)snprintf(count, sizeof count, "%u", bad);

    for (i = n - sizeof none; i > 0 && memcmp(b + i, none, sizeof none - 1) != 0; i--) {
    }
    HOLD(i > 0);
    i += sizeof none - 3; /* before the 0 */
    memmove(b + i + k, b + i + 1, n - i - 1);
    memcpy(b + i, count, k);
    return n + k - 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static uint8_t raw[TEXT + 2], text[UTF8 + 8], want[ANSWER], got[ANSWER];
    fuzz_input in = { data, data + (n < HEAD ? n : HEAD) };
    const char *form = forms[fuzz_byte(&in) % (sizeof forms / sizeof *forms)];
    const char *area = areas[fuzz_byte(&in) % (sizeof areas / sizeof *areas)];
    unsigned wide = fuzz_byte(&in) % 3, bad = 0; /* 1: UTF-16, 2: with the high byte first */
    uint32_t seed = 1 + fuzz_byte(&in);
    size_t length = n > HEAD ? n - HEAD : 0, nraw, nwant, ngot, i;
    int status;

    if (length > TEXT)
        length = TEXT;
    if (length > 0)
        memcpy(raw + 2, data + HEAD, length);
    for (i = 2; strstr(form, "mark") != NULL && i < length + 2; i++)
        if (raw[i] == '*')
            raw[i] = '+';
    if (wide) {
        raw[0] = wide == 1 ? 0xFF : 0xFE;
        raw[1] = wide == 1 ? 0xFE : 0xFF;
        nraw = length + 2;
        length = utf8_of(raw + 2, length, wide == 2, text, &bad);
        for (i = 0; strstr(form, "mark") != NULL && i < length; i++)
            if (text[i] == '*')
                return 0;
    } else {
        nraw = length;
        memmove(raw, raw + 2, length);
        if (length >= 2 && ((raw[0] == 0xFF && raw[1] == 0xFE) || (raw[0] == 0xFE && raw[1] == 0xFF)))
            return 0; /* UTF-16 after all */
        memcpy(text, raw, length);
    }
    send_text(text, length, 1, UTF8 + 8);
    status = answer(form, area, want, &nwant);
    if (bad > 0 && strstr(form, "--json ") != NULL)
        nwant = tell_bad(want, nwant, bad);
    send_text(raw, nraw, seed, TEXT / PIECES);
    HOLD(answer(form, area, got, &ngot) == status);
    HOLD(ngot == nwant && memcmp(got, want, ngot) == 0);
    if (status != 0)
        return 0;
    if (strstr(form, "--jsonl") != NULL)
        HOLD(check_json(got, ngot) == solid_lines(text, length));
    else if (strstr(form, "--json") != NULL)
        HOLD(check_json(got, ngot) == 1);
    else if (strstr(form, "--mark") != NULL)
        check_marks(got, ngot, text, length);
    else if (strstr(form, "--sentences") != NULL)
        check_sentences(got, ngot, length);
    return 0;
}
