using System.ComponentModel.DataAnnotations;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>What everybody says who reports a problem (PR-2).</summary>
public abstract record ReportFields
{
    /// <summary>Comes with the form and becomes the report's, so that one sent twice is one report.</summary>
    public Guid Id { get; init; }

    /// <summary>The application, by its name in the tenant's list.</summary>
    [StringLength(ReportRules.LongestApplication, ErrorMessage = "The name of an application can have 100 characters at most.")]
    public string? Application { get; init => field = ReportRules.Line(value); }

    /// <summary>The application where it is not in the list.</summary>
    [StringLength(ReportRules.LongestApplication, ErrorMessage = "The name of an application can have 100 characters at most.")]
    public string? Other { get; init => field = ReportRules.Line(value); }

    /// <summary>The problem in one line.</summary>
    [Required(ErrorMessage = "Say in one line what the problem is.")]
    [StringLength(ReportRules.LongestSummary, ErrorMessage = "The summary can have 200 characters at most.")]
    public string? Summary { get; init => field = ReportRules.Line(value); }

    /// <summary>What happened, what was expected.</summary>
    [Required(ErrorMessage = "Describe the problem.")]
    [StringLength(ReportRules.LongestText, ErrorMessage = "The description can have 10,000 characters at most.")]
    public string? Description { get; init => field = ReportRules.Text(value); }

    /// <summary>Where the reporter can be called, as people write numbers.</summary>
    public string? CallbackNumber { get; init => field = ReportRules.Line(value); }

    /// <summary>What the reporter let stand of what the page found out: one line each.</summary>
    public IReadOnlyList<string>? Diagnostics { get; init; }

    /// <summary>Uploads of the caller's that go with it.</summary>
    public IReadOnlyList<Guid>? Attachments { get; init; }
}
