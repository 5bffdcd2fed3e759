/* Whole commands and replies for a visitor. */
#include <wyre/ftp.h>
#include "../core/tell.h"

/* ---- parts ----------------------------------------------------------------------------------- */

/* TELLS(name, T) defines tell_name: decodes a part of `in` with name_decode and tells it, or leaves the
 * visitor alone and says where the part is wrong. */
#define TELLS(name, T)                                                                             \
    static wyre_status tell_##name(const uint8_t *in, wyre_span part, const char *part_name,       \
                                   const wyre_visitor *v, size_t *n)                               \
    {                                                                                              \
        T m;                                                                                       \
        size_t at;                                                                                 \
        wyre_status status = wyre_ftp_##name##_decode(in + part.off, part.len, 0, &m, &at);        \
        if (status != WYRE_OK) {                                                                   \
            *n = part.off + at;                                                                    \
            return status;                                                                         \
        }                                                                                          \
        tell_enter(v, part_name, part);                                                            \
        T##_visit(&m, v);                                                                          \
        tell_leave(v);                                                                             \
        return WYRE_OK;                                                                            \
    }

TELLS(port, wyre_ftp_address)
TELLS(lprt, wyre_ftp_address)
TELLS(eprt, wyre_ftp_address)
TELLS(227, wyre_ftp_address)
TELLS(228, wyre_ftp_address)
TELLS(229, wyre_ftp_address)
TELLS(522, wyre_ftp_protocols)
TELLS(epsv, wyre_ftp_epsv)
TELLS(type, wyre_ftp_type)
TELLS(stru, wyre_ftp_letter)
TELLS(mode, wyre_ftp_letter)
TELLS(prot, wyre_ftp_letter)
TELLS(allo, wyre_ftp_allo)
TELLS(rest, wyre_ftp_rest)
TELLS(range, wyre_ftp_range)
TELLS(110, wyre_ftp_marker)
TELLS(pbsz, wyre_ftp_number)
TELLS(pbsz_reply, wyre_ftp_number)
TELLS(size, wyre_ftp_number)
TELLS(size_hint, wyre_ftp_number)
TELLS(time, wyre_ftp_time)
TELLS(time_path, wyre_ftp_time_path)
TELLS(fact_path, wyre_ftp_fact_path)
TELLS(hash, wyre_ftp_hash)
TELLS(path, wyre_ftp_path)
TELLS(stou, wyre_ftp_name)
TELLS(lang, wyre_ftp_name)
TELLS(host, wyre_ftp_host)
TELLS(word, wyre_ftp_word)
TELLS(auth, wyre_ftp_auth)
TELLS(security, wyre_ftp_security)
TELLS(adat, wyre_ftp_security)

typedef wyre_status tell(const uint8_t *in, wyre_span part, const char *part_name,
                         const wyre_visitor *v, size_t *n);

/* ---- commands -------------------------------------------------------------------------------- */

/* STRU, MODE and PROT share a grammar but for its letters. */
static tell *
letter_teller(uint16_t command)
{
    return command == WYRE_FTP_STRU ? tell_stru : command == WYRE_FTP_MODE ? tell_mode : tell_prot;
}

static tell *
argument_teller(uint16_t command)
{
    wyre_ftp_verb about;
    wyre_ftp_verb_about(command, &about);
    switch (about.argument) {
    case WYRE_FTP_ARGUMENT_LETTER:
        return letter_teller(command);
    case WYRE_FTP_ARGUMENT_TYPE:
        return tell_type;
    case WYRE_FTP_ARGUMENT_SIZES:
        return tell_allo;
    case WYRE_FTP_ARGUMENT_DECIMAL:
        return tell_pbsz;
    case WYRE_FTP_ARGUMENT_MARKER:
        return tell_rest;
    case WYRE_FTP_ARGUMENT_RANGE:
        return tell_range;
    case WYRE_FTP_ARGUMENT_PORT:
        return tell_port;
    case WYRE_FTP_ARGUMENT_LONG_PORT:
        return tell_lprt;
    case WYRE_FTP_ARGUMENT_EXTENDED_PORT:
        return tell_eprt;
    case WYRE_FTP_ARGUMENT_EXTENDED_PASSIVE:
        return tell_epsv;
    case WYRE_FTP_ARGUMENT_BASE64:
        return tell_security;
    case WYRE_FTP_ARGUMENT_MECHANISM:
        return tell_auth;
    case WYRE_FTP_ARGUMENT_TIME_PATH:
        return tell_time_path;
    case WYRE_FTP_ARGUMENT_FACTS_PATH:
        return tell_fact_path;
    case WYRE_FTP_ARGUMENT_HOST:
        return tell_host;
    case WYRE_FTP_ARGUMENT_LANGUAGE:
        return tell_lang;
    case WYRE_FTP_ARGUMENT_COMMAND:
        return tell_word;
    default:
        return NULL;
    }
}

wyre_status
wyre_ftp_command_tell(const uint8_t *in, size_t in_len, uint32_t flags, const wyre_visitor *v,
                      size_t *n)
{
    wyre_ftp_command m;
    size_t stopped;
    wyre_status status = wyre_ftp_command_frame(in, in_len, flags, UINT32_MAX, NULL, &m, &stopped);
    if (status == WYRE_OK) {
        wyre_ftp_command_visit(&m, v);
        tell *teller = argument_teller(m.command);
        if (teller != NULL)
            status = teller(in, m.argument, "argument", v, &stopped);
    }
    if (n != NULL)
        *n = stopped;
    return status;
}

/* ---- replies --------------------------------------------------------------------------------- */

/* Up to three grammars that a text may have; the first that fits is told. */
typedef struct tellers {
    tell *first, *second, *third;
} tellers;

static tellers
result_tellers(uint16_t code)
{
    switch (code) {
    case 110:
        return (tellers){tell_110, NULL, NULL};
    case 125:
    case 150:
        return (tellers){tell_stou, tell_size_hint, NULL};
    case 200:
        return (tellers){tell_pbsz_reply, NULL, NULL};
    case 213:
        return (tellers){tell_time, tell_size, tell_hash};
    case 215:
        return (tellers){tell_word, NULL, NULL};
    case 227:
        return (tellers){tell_227, NULL, NULL};
    case 228:
        return (tellers){tell_228, NULL, NULL};
    case 229:
        return (tellers){tell_229, NULL, NULL};
    case 235:
    case 334:
    case 335:
        return (tellers){tell_adat, NULL, NULL};
    case 257:
        return (tellers){tell_path, NULL, NULL};
    case 521:
    case 522:
        return (tellers){tell_522, NULL, NULL};
    default:
        return (tellers){NULL, NULL, NULL};
    }
}

static void
tell_lines(const uint8_t *in, size_t in_len, const wyre_visitor *v)
{
    wyre_ftp_reply_line_iter it = {0, 0};
    wyre_ftp_reply_line line;
    for (uint32_t start = 0; wyre_ftp_reply_line_next(&it, in, in_len, &line) == WYRE_OK;
         start = it.pos) {
        line.line.off -= start;
        line.text.off -= start;
        tell_enter(v, "line", (wyre_span){start, it.pos - start});
        wyre_ftp_reply_line_visit(&line, v);
        tell_leave(v);
    }
}

wyre_status
wyre_ftp_reply_tell(const uint8_t *in, size_t in_len, uint32_t flags, const wyre_visitor *v,
                    size_t *n)
{
    wyre_ftp_reply m;
    size_t stopped;
    wyre_status status =
        wyre_ftp_reply_frame(in, in_len, flags, UINT32_MAX, UINT32_MAX, NULL, &m, &stopped);
    if (status == WYRE_OK) {
        tellers t = result_tellers(m.code);
        wyre_ftp_reply_visit(&m, v);
        if (m.lines > 1)
            tell_lines(in, stopped, v);
        size_t fault = 0;
        wyre_status told = t.first != NULL ? t.first(in, m.text, "result", v, &fault) : WYRE_OK;
        if (m.code >= 227 && m.code <= 229 && told != WYRE_OK) {
            status = told;
            stopped = fault;
        }
        if (told != WYRE_OK && t.second != NULL)
            told = t.second(in, m.text, "result", v, &fault);
        if (told != WYRE_OK && t.third != NULL)
            t.third(in, m.text, "result", v, &fault);
    }
    if (n != NULL)
        *n = stopped;
    return status;
}
