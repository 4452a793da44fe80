using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>On pages the numbers are one field: what is said of each line is said once, below it.</summary>
internal static class NumberFlaws
{
    public static Refusal NumbersTogether(this Refusal refusal) => refusal is not ValidationFailed flaw ? refusal : new ValidationFailed(flaw.Errors
        .GroupBy(error => error.Key.StartsWith("numbers", StringComparison.Ordinal) ? "numbers" : error.Key)
        .ToDictionary(field => field.Key, field => field.SelectMany(error => error.Value).Distinct().ToArray()));
}
