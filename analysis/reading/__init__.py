"""Article → Document → ArticleAnalysis, put together in `pipeline`; each room below can be loaded alone."""
