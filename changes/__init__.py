"""What differs between two releases, by place and by source: pure comparisons of tables that are already published."""
