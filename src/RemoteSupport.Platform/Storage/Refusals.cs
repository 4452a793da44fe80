using System.Globalization;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Platform.Storage;

/// <summary>An upload has more bytes than may be.</summary>
public sealed record FileTooLarge(string Name, long Largest, string At) : Refusal("validation_failed", 422, "“{0}” is larger than {1} MB.")
{
    /// <inheritdoc />
    public override object[] Arguments => [Name, (Largest / (1024 * 1024)).ToString(CultureInfo.CurrentCulture)];

    /// <inheritdoc />
    public override string? Field => At;
}

/// <summary>An upload has nothing in it.</summary>
public sealed record FileEmpty(string Name, string At) : Refusal("validation_failed", 422, "“{0}” is empty.")
{
    /// <inheritdoc />
    public override object[] Arguments => [Name];

    /// <inheritdoc />
    public override string? Field => At;
}

/// <summary>An upload is by its content something else than what may be uploaded here.</summary>
public sealed record FileOfWrongKind(string Name, string At) : Refusal("validation_failed", 422, "“{0}” is of a kind that cannot be uploaded here.")
{
    /// <inheritdoc />
    public override object[] Arguments => [Name];

    /// <inheritdoc />
    public override string? Field => At;
}
