/* Arguments and result texts. */
#include "fuzz.h"
#include <wyre/ftp.h>

RING_AS(wyre_ftp_port, wyre_ftp_address, 1);
RING_AS(wyre_ftp_227, wyre_ftp_address, 1);
RING_AS(wyre_ftp_lprt, wyre_ftp_address, 0);
RING_AS(wyre_ftp_228, wyre_ftp_address, 0);
RING_AS(wyre_ftp_eprt, wyre_ftp_address, 2);
RING_AS(wyre_ftp_229, wyre_ftp_address, 6);
RING(wyre_ftp_epsv, 0);
RING_AS(wyre_ftp_522, wyre_ftp_protocols, 0);
RING_AS(wyre_ftp_size, wyre_ftp_number, 0);
RING_AS(wyre_ftp_pbsz, wyre_ftp_number, 0);
RING_AS(wyre_ftp_pbsz_reply, wyre_ftp_number, 0);
RING_AS(wyre_ftp_size_hint, wyre_ftp_number, 0);
RING(wyre_ftp_type, 0);
RING_AS(wyre_ftp_stru, wyre_ftp_letter, 0);
RING_AS(wyre_ftp_mode, wyre_ftp_letter, 0);
RING_AS(wyre_ftp_prot, wyre_ftp_letter, 0);
RING(wyre_ftp_allo, 0);
RING(wyre_ftp_rest, 0);
RING_AS(wyre_ftp_110, wyre_ftp_marker, 0);
RING(wyre_ftp_range, 0);
RING(wyre_ftp_time, 1);
RING(wyre_ftp_time_path, 1);
RING(wyre_ftp_fact_path, 0);
RING(wyre_ftp_path, 0); /* its leniencies are told in the struct, and written in the strict form */
RING(wyre_ftp_word, 0);
RING_AS(wyre_ftp_stou, wyre_ftp_name, 0);
RING_AS(wyre_ftp_lang, wyre_ftp_name, 0);
RING(wyre_ftp_host, 0);
RING(wyre_ftp_hash, 0);
RING(wyre_ftp_feature, 0);
RING(wyre_ftp_security, 0);
RING_AS(wyre_ftp_adat, wyre_ftp_security, 0);
RING(wyre_ftp_auth, 0);
RING(wyre_ftp_mlsx, 1);
RING(wyre_ftp_block, 0);
RINGS(&wyre_ftp_port_ring, &wyre_ftp_227_ring, &wyre_ftp_lprt_ring, &wyre_ftp_228_ring,
      &wyre_ftp_eprt_ring, &wyre_ftp_229_ring, &wyre_ftp_epsv_ring, &wyre_ftp_522_ring,
      &wyre_ftp_size_ring, &wyre_ftp_pbsz_ring, &wyre_ftp_pbsz_reply_ring, &wyre_ftp_size_hint_ring,
      &wyre_ftp_type_ring, &wyre_ftp_stru_ring, &wyre_ftp_mode_ring, &wyre_ftp_prot_ring,
      &wyre_ftp_allo_ring, &wyre_ftp_rest_ring, &wyre_ftp_110_ring, &wyre_ftp_range_ring,
      &wyre_ftp_time_ring, &wyre_ftp_time_path_ring, &wyre_ftp_fact_path_ring, &wyre_ftp_path_ring,
      &wyre_ftp_word_ring, &wyre_ftp_stou_ring, &wyre_ftp_lang_ring, &wyre_ftp_host_ring,
      &wyre_ftp_hash_ring, &wyre_ftp_feature_ring, &wyre_ftp_security_ring, &wyre_ftp_adat_ring,
      &wyre_ftp_auth_ring, &wyre_ftp_mlsx_ring, &wyre_ftp_block_ring)
