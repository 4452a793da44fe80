namespace RemoteSupport.Features.RequestAccess;

/// <summary>What both forms that ask the owner have: a request for access, and one for more time.</summary>
public interface IAsksForTime
{
    /// <summary>ISO 8601.</summary>
    string? Duration { get; }

    /// <summary>What the owner should know.</summary>
    string? Note { get; }
}
