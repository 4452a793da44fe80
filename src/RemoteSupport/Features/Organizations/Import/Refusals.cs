using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>A file that is no list of accounts.</summary>
/// <param name="Why">The sentence.</param>
/// <param name="What">The column or line that it names.</param>
public sealed record ImportFileFlaw(string Why, string What = "") : Refusal("validation_failed", 422, Why)
{
    internal static readonly string Empty = Platform.Localization.Sentence.Of("The file is empty.");
    internal static readonly string NotUtf8 = Platform.Localization.Sentence.Of("The file is not written in UTF-8. Save it as “CSV UTF-8” and try again.");
    internal static readonly string UnknownColumn = Platform.Localization.Sentence.Of("The first line names a column that is not known: {0}");
    internal static readonly string MissingColumn = Platform.Localization.Sentence.Of("The first line lacks the column {0}.");
    internal static readonly string SameColumnTwice = Platform.Localization.Sentence.Of("The first line names the column {0} twice.");
    internal static readonly string Unreadable = Platform.Localization.Sentence.Of("The file cannot be read on from line {0}: a quotation mark is never closed, or a cell is too long.");

    /// <inheritdoc />
    public override object[] Arguments => [What];

    /// <inheritdoc />
    public override string? Field => "csv";
}

/// <summary>Nothing was uploaded, or what was uploaded is not there any more.</summary>
public sealed record NoImportFile() : Refusal("validation_failed", 422, "Choose a CSV file.")
{
    /// <inheritdoc />
    public override string? Field => "csv";
}

/// <summary>It has ended already, or (to import what was checked) not yet.</summary>
public sealed record ImportNotThere() : Refusal("changed_meanwhile", 409, "This import is not in that state any more. Look at how it stands now.");
