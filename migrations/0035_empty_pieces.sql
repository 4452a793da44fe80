-- A browser that records may hand out a piece in which nothing is; it counts all the same, so that those behind it have no gap before them.
alter table recording_chunks drop constraint recording_chunks_size_check;
alter table recording_chunks add constraint recording_chunks_size_check check (size >= 0);
