namespace RemoteSupport.Features.ProblemReports;

/// <summary>An organization as its reports need it.</summary>
internal sealed record Customer(Guid Id, string Name, string Language, string TimeZone, string Country)
{
    /// <summary>One, by @Id.</summary>
    public const string Sql = "select id, name, language, time_zone, country from organization_gates where id = @Id";
}

/// <summary>Who reports; the account is null where nobody has the address. Language and time zone are their own choice.</summary>
internal sealed record Reporter(Guid? Id, string Name, string Email, string? Language, string? TimeZone);

/// <summary>A report as it goes into the register: checked, not yet numbered.</summary>
internal sealed record NewReport(ReportFields Fields, Customer? Customer, Reporter Reporter, string Application, string? Callback)
{
    /// <summary>By a session, and not by what somebody wrote into a form that is open to all.</summary>
    public bool IsSignedIn => Fields is ReportProblem;

    /// <summary>The report's id.</summary>
    public Guid Id => Fields.Id;

    /// <summary>What it is about, in one line.</summary>
    public string Summary => Fields.Summary!;

    /// <summary>What happened.</summary>
    public string Description => Fields.Description!;

    /// <summary>The lines that the reporter let stand.</summary>
    public string[] Diagnostics =>
    [
        .. (Fields.Diagnostics ?? []).Select(ReportRules.Line).OfType<string>().Take(ReportRules.MostDiagnostics)
            .Select(line => line.Length <= ReportRules.LongestDiagnostic ? line : line[..ReportRules.LongestDiagnostic]),
    ];
}
