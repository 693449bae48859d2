"""Plans as documents: plan and state → content in the plan's language (pure) → PDF, HTML."""
