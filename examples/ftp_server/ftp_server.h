/* A server that gives away one directory and changes nothing in it. */
#ifndef FTP_SERVER_H
#define FTP_SERVER_H
#include <stdint.h>
#include <stdio.h>
#include <sys/socket.h>
#include <wyre/wyre.h>

enum { ROOM = 16384, PATH = 1024 };

typedef struct shared {
    char root[4096]; /* real path of the directory */
    int any_host;    /* listen on all addresses, not on loopback alone */
} shared;

/* One control connection. */
typedef struct session {
    const shared *server;
    int control;
    int listener;            /* passive: a socket that listens; else -1 */
    wyre_ftp_address active; /* EPRT, PORT: where to connect; protocol 0: nowhere */
    wyre_ftp_address peer;   /* the other end */
    int passive_only;        /* EPSV ALL */
    int logged_in;
    uint8_t type, mode;   /* 'A' or 'I'; 'S', 'B' or 'C' */
    uint64_t rest;        /* 0, or where the next RETR begins */
    char directory[PATH]; /* as clients see it: "/" or "/a/b" */
} session;

/* ---- session.c ---- */
void serve(const shared *server, int control);
/* Sends a reply; the text may have several lines. */
void reply(const session *s, uint16_t code, const char *text);

/* ---- files.c: no path leaves the root, by .. or by a link ---- */
/* The path that a client means, "/a/b"; 0 where it is too long. */
int client_path(const session *s, const char *argument, char path[PATH]);
/* The real path behind it, or 0. */
int real_path(const session *s, const char *path, char real[4096]);
int is_directory(const char *real);
/* Size and time of a file; 0 where it is none. */
int file_facts(const char *real, uint64_t *size, wyre_ftp_time *modify);

/* ---- listing.c ---- */
/* Writes the lines of a directory, or of one file, as LIST, NLST or MLSD does. */
void write_listing(uint16_t command, const char *real, FILE *to);
/* One line of MLST, without its leading space. */
int machine_line(const char *real, const char *name, uint8_t *out, size_t cap, size_t *n);

/* ---- data.c ---- */
wyre_ftp_address address_of(const struct sockaddr_storage *from);
void drop_data(session *s);
/* PASV (227), EPSV (229): listens and tells where. */
void go_passive(session *s, uint16_t code);
/* Sends a file from s->rest on, or a listing, in the mode and type of the session, with both replies. */
void transfer(session *s, FILE *from, int is_listing);
#endif
