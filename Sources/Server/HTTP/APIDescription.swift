// swift-format-ignore-file
/// The description of the API (OpenAPI 3.1), as `/openapi.json` answers it.
///
/// A text and no resource: as an embedded resource it would be an array of numbers, on which the compiler spends minutes.
enum APIDescription {
    static let json = #"""
        {
          "openapi": "3.1.0",
          "info": {
            "title": "pksd",
            "version": "1.0.0",
            "summary": "Keeps cooperation agreements between regional governments and BPJS moving.",
            "description": "Agreements, their money and their members; what each waits for, and what does not add up. JSON in snake_case; errors are application/problem+json. Writes take an Idempotency-Key and, on an agreement, If-Match.",
            "license": {
              "name": "MIT",
              "identifier": "MIT"
            }
          },
          "servers": [
            {
              "url": "http://127.0.0.1:7480"
            }
          ],
          "security": [
            {
              "token": []
            }
          ],
          "tags": [
            {
              "name": "Agreements",
              "description": "The record and its way through the workflow."
            },
            {
              "name": "Signatures",
              "description": "Who has signed."
            },
            {
              "name": "Facts",
              "description": "Money, members, bills, documents, notes."
            },
            {
              "name": "Money",
              "description": "Whether the money lasts, what is owed, and what a head costs."
            },
            {
              "name": "Imports",
              "description": "Whole sheets at once: all rows or none."
            },
            {
              "name": "Events",
              "description": "What has happened."
            },
            {
              "name": "Reminders",
              "description": "What people are told, and when."
            },
            {
              "name": "People",
              "description": "Whom reminders reach, who stands in for them, and what they were told."
            },
            {
              "name": "Access",
              "description": "Who is let in: tokens, invitations, sessions, and the log of all that."
            },
            {
              "name": "Calendars",
              "description": "Deadlines in the calendars of phones and office programs."
            },
            {
              "name": "Regions",
              "description": "How many residents are covered, and who is about to lose it."
            },
            {
              "name": "Webhooks",
              "description": "Telling other systems."
            },
            {
              "name": "Calendar",
              "description": "Which days offices are closed."
            },
            {
              "name": "Workflows",
              "description": "The rules in force."
            },
            {
              "name": "Clock",
              "description": "The time, and the rehearsal's."
            },
            {
              "name": "Operations",
              "description": "For those who run the daemon."
            }
          ],
          "paths": {
            "/v1/agreements": {
              "post": {
                "operationId": "createAgreement",
                "tags": [
                  "Agreements"
                ],
                "summary": "Enter an agreement",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/NewAgreement"
                      },
                      "examples": {
                        "pks": {
                          "summary": "A new PKS",
                          "value": {
                            "ref": "kota-kupang-2027",
                            "workflow": "jkn-pd-pemda",
                            "kind": "pks",
                            "program": "jkn",
                            "title": "JKN bagi penduduk Kota Kupang 2027",
                            "region": "53.71",
                            "valid_from": "2027-01-01",
                            "valid_until": "2027-12-31",
                            "parties": [
                              {
                                "key": "pemkot",
                                "name": "Pemerintah Kota Kupang",
                                "side": "local_government",
                                "required": true,
                                "signatory": {
                                  "name": "Contoh Pejabat",
                                  "office": "Wali Kota Kupang"
                                }
                              },
                              {
                                "key": "bpjs",
                                "name": "BPJS Kesehatan Cabang Kupang",
                                "side": "bpjs",
                                "required": true,
                                "signatory": {
                                  "office": "Kepala Cabang"
                                }
                              }
                            ],
                            "fields": {
                              "subject": "JKN",
                              "people_target": {
                                "value": 1540,
                                "as_of": "2026-11-01",
                                "source": "Dinas Kesehatan"
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "Entered.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Location": {
                        "$ref": "#/components/headers/Location"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              },
              "get": {
                "operationId": "findAgreements",
                "tags": [
                  "Agreements"
                ],
                "summary": "Find agreements",
                "parameters": [
                  {
                    "name": "phase",
                    "in": "query",
                    "description": "In this phase.",
                    "schema": {
                      "$ref": "#/components/schemas/Phase"
                    }
                  },
                  {
                    "name": "state",
                    "in": "query",
                    "description": "In this state of its workflow.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "kind",
                    "in": "query",
                    "description": "Of this kind.",
                    "schema": {
                      "$ref": "#/components/schemas/Kind"
                    }
                  },
                  {
                    "name": "region",
                    "in": "query",
                    "description": "In this region, or in the province's regions.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "q",
                    "in": "query",
                    "description": "Beginnings of words of the title, the ref, the region, the parties, their signatories or the numbers; whatever their case, their accents, the spelling of before 1972 or the usual abbreviations.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "waiting_on",
                    "in": "query",
                    "description": "Waiting for this role.",
                    "schema": {
                      "$ref": "#/components/schemas/Role"
                    }
                  },
                  {
                    "name": "ends_before",
                    "in": "query",
                    "description": "Whose last day lies before this date.",
                    "schema": {
                      "$ref": "#/components/schemas/Date"
                    }
                  },
                  {
                    "name": "unmet",
                    "in": "query",
                    "description": "Waiting for this requirement, by its id.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "sort",
                    "in": "query",
                    "description": "As they were entered without it. Days ascend, and none comes last; people descend.",
                    "schema": {
                      "type": "string",
                      "enum": [
                        "created",
                        "deadline",
                        "valid_until",
                        "title",
                        "people"
                      ]
                    }
                  },
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/Cursor"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "A page.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/AgreementPage"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/agreements/bulk-transitions": {
              "post": {
                "operationId": "advanceMany",
                "tags": [
                  "Agreements"
                ],
                "summary": "Take one step for many agreements",
                "description": "Each is decided and committed by itself: one refusal spoils nobody else's.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/BulkInput"
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "What became of each, or would.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/BulkResult"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/agreements/{id}": {
              "get": {
                "operationId": "readAgreement",
                "tags": [
                  "Agreements"
                ],
                "summary": "One agreement, whole",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "The agreement.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              },
              "patch": {
                "operationId": "amendAgreement",
                "tags": [
                  "Agreements"
                ],
                "summary": "Amend what the record says",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/IfMatch"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/Amendment"
                      },
                      "examples": {
                        "term": {
                          "summary": "A longer term",
                          "value": {
                            "valid_until": "2028-12-31",
                            "source": "Addendum I"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "Amended.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "412": {
                    "$ref": "#/components/responses/Stale"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "428": {
                    "$ref": "#/components/responses/VersionRequired"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/agreements/{id}/next": {
              "get": {
                "operationId": "readNextStep",
                "tags": [
                  "Agreements"
                ],
                "summary": "What moves it",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "For the one who asks.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/NextStep"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/agreements/{id}/transitions": {
              "post": {
                "operationId": "advanceAgreement",
                "tags": [
                  "Agreements"
                ],
                "summary": "Take a transition",
                "parameters": [
                  {
                    "name": "id",
                    "in": "path",
                    "required": true,
                    "description": "The agreement's id or ref.",
                    "schema": {
                      "$ref": "#/components/schemas/AgreementKey"
                    },
                    "example": "kab-kupang-2021"
                  },
                  {
                    "$ref": "#/components/parameters/IfMatch"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/Advance"
                      },
                      "examples": {
                        "cancel": {
                          "summary": "Give a draft up",
                          "value": {
                            "transition": "cancel",
                            "reason": "Digabung dengan perjanjian provinsi"
                          }
                        },
                        "submit": {
                          "summary": "Submit to TKKSD, once the terms of reference are attached",
                          "value": {
                            "transition": "submit",
                            "reason": "KAK lengkap"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "Taken.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "412": {
                    "$ref": "#/components/responses/Stale"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "428": {
                    "$ref": "#/components/responses/VersionRequired"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/agreements/{id}/signatures": {
              "post": {
                "operationId": "signAgreement",
                "tags": [
                  "Signatures"
                ],
                "summary": "Record one party's signature and number",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/IfMatch"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/SignatureInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "As it usually is",
                          "value": {
                            "party": "pemkot",
                            "signed_on": "2019-01-29",
                            "number": "001/PKS/2019",
                            "method": "wet"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "On record.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Location": {
                        "$ref": "#/components/headers/Location"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "412": {
                    "$ref": "#/components/responses/Stale"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "428": {
                    "$ref": "#/components/responses/VersionRequired"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/agreements/{id}/funding": {
              "post": {
                "operationId": "recordFunding",
                "tags": [
                  "Facts"
                ],
                "summary": "Record a funding line",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/IfMatch"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/FundingInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "As it usually is",
                          "value": {
                            "source": "apbd_ii",
                            "fiscal_year": 2019,
                            "amount": 425040000,
                            "stage": "dpa",
                            "reference": "DPA 2019"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "On record.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Location": {
                        "$ref": "#/components/headers/Location"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "412": {
                    "$ref": "#/components/responses/Stale"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "428": {
                    "$ref": "#/components/responses/VersionRequired"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/agreements/{id}/members": {
              "post": {
                "operationId": "recordMembers",
                "tags": [
                  "Facts"
                ],
                "summary": "Record a head count",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/IfMatch"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/MembersInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "As it usually is",
                          "value": {
                            "segment": "pbpu_bp_pemda",
                            "from": "2019-01",
                            "until": "2019-12",
                            "count": 1540,
                            "source": "Dinas Kesehatan"
                          }
                        },
                        "dated": {
                          "summary": "With its day",
                          "value": {
                            "segment": "pbpu_bp_pemda",
                            "from": "2021-01",
                            "until": "2021-12",
                            "count": 19000,
                            "source": "BPJS Kesehatan",
                            "as_of": "2021-03-06"
                          }
                        },
                        "wage": {
                          "summary": "Where contributions depend on wages",
                          "value": {
                            "segment": "non_asn",
                            "from": "2026-01",
                            "until": "2026-12",
                            "count": 2150,
                            "wage": 2328969,
                            "source": "BKPSDM",
                            "as_of": "2026-01-31"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "On record.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Location": {
                        "$ref": "#/components/headers/Location"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "412": {
                    "$ref": "#/components/responses/Stale"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "428": {
                    "$ref": "#/components/responses/VersionRequired"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              },
              "get": {
                "operationId": "readMembers",
                "tags": [
                  "Facts"
                ],
                "summary": "Head counts, month by month",
                "description": "The newest count that covers a month holds, with the changes of the months after its first up to this one. The order in which they were entered does not matter.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/FiscalYear"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "Where each count comes from and what changed.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/MemberMonths"
                        },
                        "examples": {
                          "usual": {
                            "summary": "Two months of it",
                            "value": {
                              "year": 2026,
                              "items": [
                                {
                                  "segment": "pbpu_bp_pemda",
                                  "month": "2026-04",
                                  "heads": 19000,
                                  "changes": {},
                                  "source": "BPJS Kesehatan",
                                  "as_of": "2026-01-31",
                                  "counted_from": "2026-01"
                                },
                                {
                                  "segment": "pbpu_bp_pemda",
                                  "month": "2026-05",
                                  "heads": 19197,
                                  "changes": {
                                    "additions": 240,
                                    "deaths": 31,
                                    "moves": 12
                                  },
                                  "source": "BPJS Kesehatan",
                                  "as_of": "2026-01-31",
                                  "counted_from": "2026-01"
                                }
                              ]
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/agreements/{id}/member-changes": {
              "post": {
                "operationId": "recordMemberChange",
                "tags": [
                  "Facts"
                ],
                "summary": "Record who joined and left in a month",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/IfMatch"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/MemberChangeInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "Mutasi peserta Mei 2026",
                          "value": {
                            "segment": "pbpu_bp_pemda",
                            "month": "2026-05",
                            "additions": 240,
                            "deaths": 31,
                            "moves": 12,
                            "source": "BPJS Kesehatan",
                            "as_of": "2026-05-31"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "On record.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Location": {
                        "$ref": "#/components/headers/Location"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "412": {
                    "$ref": "#/components/responses/Stale"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "428": {
                    "$ref": "#/components/responses/VersionRequired"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/agreements/{id}/bills": {
              "post": {
                "operationId": "issueBill",
                "tags": [
                  "Facts"
                ],
                "summary": "Record a month's bill",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/IfMatch"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/BillInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "As it usually is",
                          "value": {
                            "month": "2019-01",
                            "amount": 35420000,
                            "heads": 1540
                          }
                        },
                        "late": {
                          "summary": "Entered afterwards",
                          "value": {
                            "month": "2021-01",
                            "amount": 718200000,
                            "heads": 19000,
                            "stage": "paid",
                            "paid": 718200000,
                            "reference": "Tagihan Januari 2021"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "On record.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Location": {
                        "$ref": "#/components/headers/Location"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "412": {
                    "$ref": "#/components/responses/Stale"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "428": {
                    "$ref": "#/components/responses/VersionRequired"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/agreements/{id}/bills/{month}/transitions": {
              "post": {
                "operationId": "advanceBill",
                "tags": [
                  "Facts"
                ],
                "summary": "Move a bill on",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/BillMonth"
                  },
                  {
                    "$ref": "#/components/parameters/IfMatch"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/BillAdvance"
                      },
                      "examples": {
                        "reconcile": {
                          "summary": "Heads agreed",
                          "value": {
                            "transition": "reconcile"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "Moved.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "412": {
                    "$ref": "#/components/responses/Stale"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "428": {
                    "$ref": "#/components/responses/VersionRequired"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/agreements/{id}/bills/{month}/payments": {
              "post": {
                "operationId": "recordPayment",
                "tags": [
                  "Facts"
                ],
                "summary": "Record a payment of a bill",
                "description": "In whole or in part; once all of it is paid, the bill's workflow takes it to its end.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/BillMonth"
                  },
                  {
                    "$ref": "#/components/parameters/IfMatch"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/PaymentInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "A part of it",
                          "value": {
                            "amount": 500000000,
                            "paid_on": "2021-01-08",
                            "reference": "SP2D 0021/2021"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "On record.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Location": {
                        "$ref": "#/components/headers/Location"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "412": {
                    "$ref": "#/components/responses/Stale"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "428": {
                    "$ref": "#/components/responses/VersionRequired"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/agreements/{id}/funding/{line}/revisions": {
              "post": {
                "operationId": "reviseFunding",
                "tags": [
                  "Facts"
                ],
                "summary": "Record a new ceiling for a funding line",
                "description": "The newest by the day it holds from gives the ceiling, whenever it was entered. A line that does not exist is refused with 422.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/FundingLineKey"
                  },
                  {
                    "$ref": "#/components/parameters/IfMatch"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/RevisionInput"
                      },
                      "examples": {
                        "refocusing": {
                          "summary": "Refocusing",
                          "value": {
                            "kind": "refocusing",
                            "amount": 8100000000,
                            "effective_on": "2021-03-06",
                            "reference": "Rapat evaluasi anggaran"
                          }
                        },
                        "revised_budget": {
                          "summary": "APBD Perubahan",
                          "value": {
                            "kind": "revised_budget",
                            "amount": 8618400000,
                            "effective_on": "2021-09-30",
                            "reference": "Perda Perubahan APBD 2021"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "On record.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Location": {
                        "$ref": "#/components/headers/Location"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "412": {
                    "$ref": "#/components/responses/Stale"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "428": {
                    "$ref": "#/components/responses/VersionRequired"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/agreements/{id}/documents": {
              "post": {
                "operationId": "addDocument",
                "tags": [
                  "Facts"
                ],
                "summary": "Record that a document exists",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/IfMatch"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/DocumentInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "As it usually is",
                          "value": {
                            "kind": "final_draft",
                            "title": "Naskah akhir",
                            "dated": "2019-01-15"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "On record.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Location": {
                        "$ref": "#/components/headers/Location"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "412": {
                    "$ref": "#/components/responses/Stale"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "428": {
                    "$ref": "#/components/responses/VersionRequired"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/agreements/{id}/notes": {
              "post": {
                "operationId": "addNote",
                "tags": [
                  "Facts"
                ],
                "summary": "Add a note",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/IfMatch"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/NoteInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "As it usually is",
                          "value": {
                            "kind": "comment",
                            "text": "Menunggu DPA."
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "On record.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Location": {
                        "$ref": "#/components/headers/Location"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "412": {
                    "$ref": "#/components/responses/Stale"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "428": {
                    "$ref": "#/components/responses/VersionRequired"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/agreements/{id}/resolutions": {
              "post": {
                "operationId": "resolveFinding",
                "tags": [
                  "Agreements"
                ],
                "summary": "Say why a finding may stand",
                "description": "It holds for the numbers the finding has now; with others it is open again. A finding that is not there is refused with 422, one that is resolved already with 409.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/IfMatch"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/ResolutionInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "As it usually is",
                          "value": {
                            "finding": "budget_short:2021",
                            "reason": "Kekurangan ditutup pada APBD Perubahan 2021"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "On record.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Location": {
                        "$ref": "#/components/headers/Location"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "412": {
                    "$ref": "#/components/responses/Stale"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "428": {
                    "$ref": "#/components/responses/VersionRequired"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/agreements/{id}/runway": {
              "get": {
                "operationId": "readRunway",
                "tags": [
                  "Money"
                ],
                "summary": "Whether the year's money lasts",
                "description": "`people`, `rate`, `from`, `months` and `amount` suppose something else than what is on record; nothing of it is stored.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/FiscalYear"
                  },
                  {
                    "$ref": "#/components/parameters/WhatIfPeople"
                  },
                  {
                    "$ref": "#/components/parameters/WhatIfRate"
                  },
                  {
                    "$ref": "#/components/parameters/WhatIfFrom"
                  },
                  {
                    "$ref": "#/components/parameters/WhatIfMonths"
                  },
                  {
                    "$ref": "#/components/parameters/WhatIfAmount"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "The runway.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Runway"
                        },
                        "examples": {
                          "usual": {
                            "summary": "Kabupaten Kupang 2021",
                            "value": {
                              "year": 2021,
                              "needed": 8618400000,
                              "available": 8100000000,
                              "proposed": 0,
                              "shortfall": 518400000,
                              "surplus": 0,
                              "runs_out_in": "2021-12",
                              "people_carried": 17857,
                              "months_carried": 11.28,
                              "months": [
                                {
                                  "month": "2021-01",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 7381800000
                                },
                                {
                                  "month": "2021-02",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 6663600000
                                },
                                {
                                  "month": "2021-03",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 5945400000
                                },
                                {
                                  "month": "2021-04",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 5227200000
                                },
                                {
                                  "month": "2021-05",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 4509000000
                                },
                                {
                                  "month": "2021-06",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 3790800000
                                },
                                {
                                  "month": "2021-07",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 3072600000
                                },
                                {
                                  "month": "2021-08",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 2354400000
                                },
                                {
                                  "month": "2021-09",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 1636200000
                                },
                                {
                                  "month": "2021-10",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 918000000
                                },
                                {
                                  "month": "2021-11",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 199800000
                                },
                                {
                                  "month": "2021-12",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": -518400000
                                }
                              ],
                              "unpriced": [],
                              "outlook": null
                            }
                          },
                          "billed": {
                            "summary": "With a bill",
                            "value": {
                              "year": 2021,
                              "needed": 8618400000,
                              "available": 8100000000,
                              "proposed": 0,
                              "shortfall": 518400000,
                              "surplus": 0,
                              "runs_out_in": "2021-12",
                              "people_carried": 17857,
                              "months_carried": 11.28,
                              "months": [
                                {
                                  "month": "2021-01",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 7381800000,
                                  "billed": 718200000,
                                  "paid": 700000000
                                },
                                {
                                  "month": "2021-02",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 6663600000
                                },
                                {
                                  "month": "2021-03",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 5945400000
                                },
                                {
                                  "month": "2021-04",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 5227200000
                                },
                                {
                                  "month": "2021-05",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 4509000000
                                },
                                {
                                  "month": "2021-06",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 3790800000
                                },
                                {
                                  "month": "2021-07",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 3072600000
                                },
                                {
                                  "month": "2021-08",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 2354400000
                                },
                                {
                                  "month": "2021-09",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 1636200000
                                },
                                {
                                  "month": "2021-10",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 918000000
                                },
                                {
                                  "month": "2021-11",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": 199800000
                                },
                                {
                                  "month": "2021-12",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "left": -518400000
                                }
                              ],
                              "unpriced": [],
                              "outlook": {
                                "billed": 718200000,
                                "paid": 700000000,
                                "owed": 18200000,
                                "owed_before": 0,
                                "expected": 8618400000,
                                "shortfall": 518400000,
                                "surplus": 0,
                                "runs_out_in": "2021-12"
                              }
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "422": {
                    "$ref": "#/components/responses/FiguresTooLarge"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/agreements/{id}/runway.svg": {
              "get": {
                "operationId": "drawRunway",
                "tags": [
                  "Money"
                ],
                "summary": "Whether the year's money lasts, as a picture",
                "description": "`people`, `rate`, `from`, `months` and `amount` suppose something else than what is on record; nothing of it is stored.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/FiscalYear"
                  },
                  {
                    "$ref": "#/components/parameters/WhatIfPeople"
                  },
                  {
                    "$ref": "#/components/parameters/WhatIfRate"
                  },
                  {
                    "$ref": "#/components/parameters/WhatIfFrom"
                  },
                  {
                    "$ref": "#/components/parameters/WhatIfMonths"
                  },
                  {
                    "$ref": "#/components/parameters/WhatIfAmount"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "An SVG picture.",
                    "content": {
                      "image/svg+xml": {
                        "schema": {
                          "type": "string"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "422": {
                    "$ref": "#/components/responses/FiguresTooLarge"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/agreements/{id}/events": {
              "get": {
                "operationId": "readHistory",
                "tags": [
                  "Events"
                ],
                "summary": "An agreement's history",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "name": "limit",
                    "in": "query",
                    "description": "How many items at most.",
                    "schema": {
                      "type": "integer",
                      "minimum": 1,
                      "maximum": 200,
                      "default": 200
                    }
                  },
                  {
                    "$ref": "#/components/parameters/SeqCursor"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "A page.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/EventPage"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/agreements/{id}/reminders": {
              "get": {
                "operationId": "readAgreementReminders",
                "tags": [
                  "Reminders"
                ],
                "summary": "An agreement's reminders",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "name": "from",
                    "in": "query",
                    "description": "Due from then on: a moment, or a day by the clock of WIB.",
                    "schema": {
                      "anyOf": [
                        {
                          "$ref": "#/components/schemas/Moment"
                        },
                        {
                          "$ref": "#/components/schemas/Date"
                        }
                      ]
                    }
                  },
                  {
                    "name": "to",
                    "in": "query",
                    "description": "Due until then; a day is included.",
                    "schema": {
                      "anyOf": [
                        {
                          "$ref": "#/components/schemas/Moment"
                        },
                        {
                          "$ref": "#/components/schemas/Date"
                        }
                      ]
                    }
                  },
                  {
                    "name": "state",
                    "in": "query",
                    "description": "States, separated by commas.",
                    "schema": {
                      "type": "string",
                      "pattern": "^$|^,*(planned|snoozed|sent|acknowledged|superseded|cancelled|missed)(,+(planned|snoozed|sent|acknowledged|superseded|cancelled|missed))*,*$"
                    }
                  },
                  {
                    "name": "recipient",
                    "in": "query",
                    "description": "Only those to this office.",
                    "schema": {
                      "$ref": "#/components/schemas/Role"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/Cursor"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "A page.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/ReminderPage"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/agreements/{id}/deliveries": {
              "get": {
                "operationId": "readAgreementDeliveries",
                "tags": [
                  "Webhooks"
                ],
                "summary": "What was told to whom about an agreement, oldest first",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/Cursor"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "A page.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/DeliveryPage"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/worklist": {
              "get": {
                "operationId": "readWorklist",
                "tags": [
                  "Agreements"
                ],
                "summary": "What an office must do, the gravest first",
                "parameters": [
                  {
                    "name": "role",
                    "in": "query",
                    "description": "Another role instead.",
                    "schema": {
                      "$ref": "#/components/schemas/Role"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/Cursor"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "A page.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Worklist"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                },
                "description": "Most people who lose or lack cover first, then most rupiah, then the earliest deadline. Each agreement once."
              }
            },
            "/v1/questions": {
              "get": {
                "operationId": "listQuestions",
                "tags": [
                  "Agreements"
                ],
                "summary": "The questions of every week, with how many there are behind each",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What there is.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "type": "object",
                          "properties": {
                            "items": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Question"
                              }
                            },
                            "next_cursor": {
                              "type": "null"
                            }
                          },
                          "required": [
                            "items",
                            "next_cursor"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/expiring": {
              "get": {
                "operationId": "listExpiring",
                "tags": [
                  "Agreements"
                ],
                "summary": "Papers that end and that nothing follows",
                "parameters": [
                  {
                    "name": "within",
                    "in": "query",
                    "description": "Days from today; 90 without it.",
                    "schema": {
                      "type": "integer",
                      "minimum": 1,
                      "maximum": 180
                    }
                  },
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/Cursor"
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What there is.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Expiring"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/waiting": {
              "get": {
                "operationId": "listWaiting",
                "tags": [
                  "Agreements"
                ],
                "summary": "Whom papers wait for, and what those were told last",
                "parameters": [
                  {
                    "name": "role",
                    "in": "query",
                    "description": "Only this office.",
                    "schema": {
                      "$ref": "#/components/schemas/Role"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/Cursor"
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What there is.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "type": "object",
                          "properties": {
                            "items": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Waiting"
                              }
                            },
                            "next_cursor": {
                              "type": [
                                "string",
                                "null"
                              ],
                              "description": "Ask with this as `cursor` for what follows; null at the end."
                            }
                          },
                          "required": [
                            "items",
                            "next_cursor"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/signatures": {
              "get": {
                "operationId": "listSignatures",
                "tags": [
                  "Signatures"
                ],
                "summary": "Who has signed, who has not, and where the copies are",
                "parameters": [
                  {
                    "name": "phase",
                    "in": "query",
                    "description": "Papers that are being signed without it.",
                    "schema": {
                      "$ref": "#/components/schemas/Phase"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/Cursor"
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What there is.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "type": "object",
                          "properties": {
                            "items": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Signatures"
                              }
                            },
                            "next_cursor": {
                              "type": [
                                "string",
                                "null"
                              ],
                              "description": "Ask with this as `cursor` for what follows; null at the end."
                            }
                          },
                          "required": [
                            "items",
                            "next_cursor"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/budget-changes": {
              "get": {
                "operationId": "listBudgetChanges",
                "tags": [
                  "Money"
                ],
                "summary": "Budgets that were revised",
                "description": "Newest first; 500 at most.",
                "parameters": [
                  {
                    "name": "since",
                    "in": "query",
                    "description": "Entered since this day; 30 days ago without it.",
                    "schema": {
                      "$ref": "#/components/schemas/Date"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What there is.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "type": "object",
                          "properties": {
                            "items": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/BudgetChange"
                              }
                            },
                            "next_cursor": {
                              "type": "null"
                            }
                          },
                          "required": [
                            "items",
                            "next_cursor"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/member-changes": {
              "get": {
                "operationId": "readMemberChanges",
                "tags": [
                  "Money"
                ],
                "summary": "Who joined and left in a month, and whose changes are due",
                "parameters": [
                  {
                    "name": "month",
                    "in": "query",
                    "description": "This one without it.",
                    "schema": {
                      "$ref": "#/components/schemas/Month"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What there is.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/MemberChangesOfMonth"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/findings": {
              "get": {
                "operationId": "listFindings",
                "tags": [
                  "Agreements"
                ],
                "summary": "What does not add up across all agreements",
                "parameters": [
                  {
                    "name": "code",
                    "in": "query",
                    "description": "Each of this code; without it, counts by code.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "owner",
                    "in": "query",
                    "description": "Only what this office has to put right; for counts.",
                    "schema": {
                      "$ref": "#/components/schemas/Role"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/Cursor"
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What there is.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "type": "object",
                          "properties": {
                            "items": {
                              "type": "array",
                              "items": {
                                "oneOf": [
                                  {
                                    "$ref": "#/components/schemas/FindingCount"
                                  },
                                  {
                                    "$ref": "#/components/schemas/FindingOfAgreement"
                                  }
                                ]
                              }
                            },
                            "next_cursor": {
                              "type": [
                                "string",
                                "null"
                              ],
                              "description": "Ask with this as `cursor` for what follows; null at the end."
                            }
                          },
                          "required": [
                            "items",
                            "next_cursor"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/officers": {
              "get": {
                "operationId": "listOfficers",
                "tags": [
                  "Signatures"
                ],
                "summary": "Papers to be signed by somebody who no longer holds the office",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What there is.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Officers"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/trouble": {
              "get": {
                "operationId": "listTrouble",
                "tags": [
                  "Reminders"
                ],
                "summary": "What failed or was ignored",
                "parameters": [
                  {
                    "name": "days",
                    "in": "query",
                    "description": "How far back; 14 without it. Mails and deliveries are told only where no region is named.",
                    "schema": {
                      "type": "integer",
                      "minimum": 1,
                      "maximum": 366
                    }
                  },
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What there is.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Trouble"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/report": {
              "get": {
                "operationId": "readReport",
                "tags": [
                  "Agreements"
                ],
                "summary": "A region and a month on one page",
                "description": "What was done is the month's; what is late and at risk is as it stands today.",
                "parameters": [
                  {
                    "name": "month",
                    "in": "query",
                    "description": "This one without it.",
                    "schema": {
                      "$ref": "#/components/schemas/Month"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What there is.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Report"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/counts": {
              "get": {
                "operationId": "countAgreements",
                "tags": [
                  "Agreements"
                ],
                "summary": "How many agreements stand in each state",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What there is.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "type": "object",
                          "properties": {
                            "items": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Tally"
                              }
                            },
                            "next_cursor": {
                              "type": "null"
                            }
                          },
                          "required": [
                            "items",
                            "next_cursor"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/dwell-times": {
              "get": {
                "operationId": "listDwellTimes",
                "tags": [
                  "Agreements"
                ],
                "summary": "How long agreements stay in each state",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What there is.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "type": "object",
                          "properties": {
                            "items": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/DwellTime"
                              }
                            },
                            "next_cursor": {
                              "type": "null"
                            }
                          },
                          "required": [
                            "items",
                            "next_cursor"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/saved-views": {
              "get": {
                "operationId": "listSavedViews",
                "tags": [
                  "Agreements"
                ],
                "summary": "The lists that one comes back to",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What there is.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "type": "object",
                          "properties": {
                            "items": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/SavedView"
                              }
                            },
                            "next_cursor": {
                              "type": "null"
                            }
                          },
                          "required": [
                            "items",
                            "next_cursor"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/saved-views/{name}": {
              "parameters": [
                {
                  "name": "name",
                  "in": "path",
                  "required": true,
                  "schema": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 200
                  }
                }
              ],
              "put": {
                "operationId": "saveView",
                "tags": [
                  "Agreements"
                ],
                "summary": "Keep a list under a name",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/SavedViewInput"
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "It is kept.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/SavedView"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              },
              "delete": {
                "operationId": "deleteView",
                "tags": [
                  "Agreements"
                ],
                "summary": "Forget a list",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "204": {
                    "description": "It is gone."
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/runway": {
              "get": {
                "operationId": "readRunways",
                "tags": [
                  "Money"
                ],
                "summary": "The money of a year across agreements",
                "description": "One agreement's surplus does not pay for another: shortfalls and surpluses are added up apart.",
                "parameters": [
                  {
                    "name": "year",
                    "in": "query",
                    "description": "The fiscal year; this one without it.",
                    "schema": {
                      "type": "integer",
                      "minimum": 2000,
                      "maximum": 2100
                    }
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/ProgrammeFilter"
                  },
                  {
                    "name": "by",
                    "in": "query",
                    "description": "What the items are: without it provinces of the nation, regions of a province, agreements of a kabupaten or kota.",
                    "schema": {
                      "type": "string",
                      "enum": [
                        "agreement",
                        "region",
                        "province"
                      ]
                    }
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "Added up, and what it is made of.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/RunwayOverview"
                        },
                        "examples": {
                          "usual": {
                            "summary": "Nusa Tenggara Timur 2021",
                            "value": {
                              "year": 2021,
                              "region": "53",
                              "by": "region",
                              "key": "53",
                              "name": "Nusa Tenggara Timur",
                              "agreements": 1,
                              "short": 1,
                              "needed": 8618400000,
                              "available": 8100000000,
                              "proposed": 0,
                              "shortfall": 518400000,
                              "surplus": 0,
                              "billed": 1436400000,
                              "paid": 700000000,
                              "people": 19000,
                              "people_carried": 17857,
                              "runs_out_in": "2021-12",
                              "months": [
                                {
                                  "month": "2021-01",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "billed": 718200000,
                                  "paid": 700000000
                                },
                                {
                                  "month": "2021-02",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "billed": 718200000,
                                  "paid": 0
                                },
                                {
                                  "month": "2021-03",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "billed": 0,
                                  "paid": 0
                                },
                                {
                                  "month": "2021-04",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "billed": 0,
                                  "paid": 0
                                },
                                {
                                  "month": "2021-05",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "billed": 0,
                                  "paid": 0
                                },
                                {
                                  "month": "2021-06",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "billed": 0,
                                  "paid": 0
                                },
                                {
                                  "month": "2021-07",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "billed": 0,
                                  "paid": 0
                                },
                                {
                                  "month": "2021-08",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "billed": 0,
                                  "paid": 0
                                },
                                {
                                  "month": "2021-09",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "billed": 0,
                                  "paid": 0
                                },
                                {
                                  "month": "2021-10",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "billed": 0,
                                  "paid": 0
                                },
                                {
                                  "month": "2021-11",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "billed": 0,
                                  "paid": 0
                                },
                                {
                                  "month": "2021-12",
                                  "members": 19000,
                                  "needed": 718200000,
                                  "billed": 0,
                                  "paid": 0
                                }
                              ],
                              "items": [
                                {
                                  "key": "53.01",
                                  "name": "Kabupaten Kupang",
                                  "agreements": 1,
                                  "short": 1,
                                  "needed": 8618400000,
                                  "available": 8100000000,
                                  "proposed": 0,
                                  "shortfall": 518400000,
                                  "surplus": 0,
                                  "billed": 1436400000,
                                  "paid": 700000000,
                                  "people": 19000,
                                  "people_carried": 17857,
                                  "runs_out_in": "2021-12"
                                }
                              ]
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "422": {
                    "$ref": "#/components/responses/FiguresTooLarge"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/runway.svg": {
              "get": {
                "operationId": "drawRunways",
                "tags": [
                  "Money"
                ],
                "summary": "The money of a year across agreements, as a picture",
                "parameters": [
                  {
                    "name": "year",
                    "in": "query",
                    "description": "The fiscal year; this one without it.",
                    "schema": {
                      "type": "integer",
                      "minimum": 2000,
                      "maximum": 2100
                    }
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/ProgrammeFilter"
                  },
                  {
                    "name": "by",
                    "in": "query",
                    "description": "What the items are: without it provinces of the nation, regions of a province, agreements of a kabupaten or kota.",
                    "schema": {
                      "type": "string",
                      "enum": [
                        "agreement",
                        "region",
                        "province"
                      ]
                    }
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "An SVG picture.",
                    "content": {
                      "image/svg+xml": {
                        "schema": {
                          "type": "string"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "422": {
                    "$ref": "#/components/responses/FiguresTooLarge"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/arrears": {
              "get": {
                "operationId": "listArrears",
                "tags": [
                  "Money"
                ],
                "summary": "Bills past their due date",
                "parameters": [
                  {
                    "name": "on",
                    "in": "query",
                    "description": "The day looked from; today without it.",
                    "schema": {
                      "$ref": "#/components/schemas/Date"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/ProgrammeFilter"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "The oldest first.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Arrears"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "on": "2021-06-15",
                              "bills": 1,
                              "owed": 18200000,
                              "items": [
                                {
                                  "agreement_id": "agr_01M8D730P21XE5JJT63CASW2HJ",
                                  "ref": "kab-kupang-2021",
                                  "region": "53.01",
                                  "region_name": "Kabupaten Kupang",
                                  "program": "jkn",
                                  "month": "2021-01",
                                  "amount": 718200000,
                                  "paid": 700000000,
                                  "owed": 18200000,
                                  "due_on": "2021-01-08",
                                  "stage": "in-arrears",
                                  "stage_label": "Menunggak",
                                  "months_late": 5,
                                  "consequence": "mass_deactivation",
                                  "consequence_label": "penonaktifan massal mungkin terjadi"
                                }
                              ]
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/rates": {
              "get": {
                "operationId": "listRates",
                "tags": [
                  "Money"
                ],
                "summary": "Who pays which part of a contribution",
                "parameters": [
                  {
                    "name": "on",
                    "in": "query",
                    "description": "The day they hold on; today without it.",
                    "schema": {
                      "$ref": "#/components/schemas/Date"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/ProgrammeFilter"
                  },
                  {
                    "name": "segment",
                    "in": "query",
                    "description": "Only this segment.",
                    "schema": {
                      "$ref": "#/components/schemas/Segment"
                    }
                  },
                  {
                    "name": "region",
                    "in": "query",
                    "description": "Only what holds in this region. Without it the shares are those of a kabupaten or kota.",
                    "schema": {
                      "$ref": "#/components/schemas/RegionCode"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "The rates, and what they come to for a region.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Rates"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "on": "2027-01-01",
                              "items": [
                                {
                                  "program": "jkn",
                                  "segment": "pbpu_bp_pemda",
                                  "component": "iuran",
                                  "payer": "region",
                                  "amount": 35000,
                                  "from": "2021-01-01",
                                  "regulation": "Perpres 64/2020; PMK 78/PMK.02/2020",
                                  "basis": "tercatat pada hasil pemeriksaan BPK (Bima; Tomohon; Lombok Timur)"
                                },
                                {
                                  "program": "jkn",
                                  "segment": "pbpu_bp_pemda",
                                  "component": "bantuan iuran",
                                  "payer": "region",
                                  "amount": 2800,
                                  "from": "2021-01-01",
                                  "regulation": "Perpres 64/2020; PMK 78/PMK.02/2020",
                                  "basis": "tercatat pada nota kesepakatan Tomohon; pemberitaan PMK 78/PMK.02/2020"
                                },
                                {
                                  "program": "jkn",
                                  "segment": "pbpu_bp_pemda",
                                  "component": "bantuan iuran",
                                  "payer": "centre",
                                  "amount": 4200,
                                  "from": "2021-01-01",
                                  "regulation": "Perpres 64/2020; PMK 78/PMK.02/2020",
                                  "basis": "tercatat pada nota kesepakatan Tomohon; pemberitaan PMK 78/PMK.02/2020"
                                }
                              ],
                              "shares": [
                                {
                                  "program": "jkn",
                                  "segment": "pbpu_bp_pemda",
                                  "region_share": 37800
                                }
                              ]
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/rates/preview": {
              "post": {
                "operationId": "previewRates",
                "tags": [
                  "Money"
                ],
                "summary": "What other rates would do",
                "description": "Which agreements become short, by how much and from when. Nothing is changed.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/RatesPreviewInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "A contribution of Rp42,000 from 2027; the rest of the file is left out here",
                          "value": {
                            "csv": "program,segment,component,payer,region,amount,percent_of_wage,from,until,regulation,basis\njkn,pbpu_bp_pemda,iuran,region,,35000,,2021-01-01,,Perpres 64/2020; PMK 78/PMK.02/2020,tercatat pada hasil pemeriksaan BPK (Bima; Tomohon; Lombok Timur)\njkn,pbpu_bp_pemda,iuran,region,,42000,,2027-01-01,,rancangan,usulan\n"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "Nothing is stored.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/RatesPreview"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "agreements": 12,
                              "added": [
                                {
                                  "program": "jkn",
                                  "segment": "pbpu_bp_pemda",
                                  "component": "iuran",
                                  "payer": "region",
                                  "amount": 35000,
                                  "from": "2021-01-01",
                                  "regulation": "Perpres 64/2020; PMK 78/PMK.02/2020",
                                  "basis": "tercatat pada hasil pemeriksaan BPK (Bima; Tomohon; Lombok Timur)",
                                  "until": "2026-12-31"
                                },
                                {
                                  "program": "jkn",
                                  "segment": "pbpu_bp_pemda",
                                  "component": "iuran",
                                  "payer": "region",
                                  "amount": 42000,
                                  "from": "2027-01-01",
                                  "regulation": "rancangan",
                                  "basis": "usulan"
                                }
                              ],
                              "removed": [
                                {
                                  "program": "jkn",
                                  "segment": "pbpu_bp_pemda",
                                  "component": "iuran",
                                  "payer": "region",
                                  "amount": 35000,
                                  "from": "2021-01-01",
                                  "regulation": "Perpres 64/2020; PMK 78/PMK.02/2020",
                                  "basis": "tercatat pada hasil pemeriksaan BPK (Bima; Tomohon; Lombok Timur)"
                                }
                              ],
                              "items": [
                                {
                                  "agreement_id": "agr_01M8D788XMB2Z5MFYNEKN6MYEC",
                                  "ref": "kab-kupang-2027",
                                  "title": "Iuran JKN warga tidak mampu Kabupaten Kupang 2027",
                                  "region": "53.01",
                                  "region_name": "Kabupaten Kupang",
                                  "year": 2027,
                                  "shortfall_before": 518400000,
                                  "shortfall_after": 2114400000,
                                  "growth": 1596000000,
                                  "runs_out_in": "2027-10"
                                }
                              ]
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/FiguresTooLarge"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/holidays": {
              "get": {
                "operationId": "listHolidays",
                "tags": [
                  "Calendar"
                ],
                "summary": "Days off",
                "description": "The days on which offices are closed besides weekends, and the files that say so. Files are read in the order of their names without the extension; a later one has the last word on a day it names.",
                "parameters": [
                  {
                    "name": "year",
                    "in": "query",
                    "description": "Only this year.",
                    "schema": {
                      "type": "integer",
                      "minimum": 2000,
                      "maximum": 2100
                    }
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "All of them, in order.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/HolidayPage"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "items": [
                                {
                                  "day": "2027-03-10",
                                  "name": "Hari Raya Idul Fitri",
                                  "kind": "libur_nasional",
                                  "estimated": true,
                                  "file": "2027.csv"
                                }
                              ],
                              "next_cursor": null,
                              "taken_back": [
                                {
                                  "day": "2027-03-09",
                                  "name": "Cuti Bersama Hari Raya Idul Fitri",
                                  "kind": "hari_kerja",
                                  "estimated": false,
                                  "file": "2027-revisi.csv"
                                }
                              ],
                              "years": [
                                2025,
                                2026,
                                2027
                              ],
                              "missing": [],
                              "files": [
                                {
                                  "name": "2027.csv",
                                  "days": 26
                                },
                                {
                                  "name": "2027-revisi.csv",
                                  "days": 1,
                                  "accepted_at": "2026-11-02T01:00:00.000Z",
                                  "accepted_by": {
                                    "name": "Bagian Kerja Sama",
                                    "role": "coordinator"
                                  }
                                }
                              ]
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              },
              "post": {
                "operationId": "acceptHolidays",
                "tags": [
                  "Calendar"
                ],
                "summary": "Accept a holiday file",
                "description": "For admins and coordinators of all regions. The file is kept, its days are in force, and all reminders are planned anew, in one transaction; `holidays.accepted` tells of it. A file that was accepted under the same name, or lies in the directory under it, gives way.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/HolidayFileInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "A decree that confirms a day and takes another back",
                          "value": {
                            "name": "2027-revisi.csv",
                            "csv": "date,name,kind,estimated\n2027-03-09,Cuti Bersama Hari Raya Idul Fitri,hari_kerja,false\n2027-03-10,Hari Raya Idul Fitri,libur_nasional,false\n"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "In force.",
                    "headers": {
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/AcceptedHolidays"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "name": "2027-revisi.csv",
                              "accepted_at": "2026-11-02T01:00:00.000Z",
                              "accepted_by": {
                                "name": "Bagian Kerja Sama",
                                "role": "coordinator"
                              },
                              "added": [
                                {
                                  "day": "2027-03-10",
                                  "name": "Hari Raya Idul Fitri",
                                  "kind": "libur_nasional",
                                  "estimated": false
                                }
                              ],
                              "removed": [
                                {
                                  "day": "2027-03-09",
                                  "name": "Cuti Bersama Hari Raya Idul Fitri",
                                  "kind": "cuti_bersama",
                                  "estimated": false
                                },
                                {
                                  "day": "2027-03-10",
                                  "name": "Hari Raya Idul Fitri",
                                  "kind": "libur_nasional",
                                  "estimated": true
                                }
                              ],
                              "reminders_moved": 4
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/holidays/preview": {
              "post": {
                "operationId": "previewHolidays",
                "tags": [
                  "Calendar"
                ],
                "summary": "What a holiday file would do",
                "description": "Which days it gives and takes, and what becomes of each reminder in the regions that the token may see. Nothing is changed.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/HolidayFileInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "A decree that confirms a day and takes another back",
                          "value": {
                            "name": "2027-revisi.csv",
                            "csv": "date,name,kind,estimated\n2027-03-09,Cuti Bersama Hari Raya Idul Fitri,hari_kerja,false\n2027-03-10,Hari Raya Idul Fitri,libur_nasional,false\n"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "Nothing is stored.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/HolidaysPreview"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "name": "2027-revisi.csv",
                              "added": [
                                {
                                  "day": "2027-03-10",
                                  "name": "Hari Raya Idul Fitri",
                                  "kind": "libur_nasional",
                                  "estimated": false
                                }
                              ],
                              "removed": [
                                {
                                  "day": "2027-03-09",
                                  "name": "Cuti Bersama Hari Raya Idul Fitri",
                                  "kind": "cuti_bersama",
                                  "estimated": false
                                },
                                {
                                  "day": "2027-03-10",
                                  "name": "Hari Raya Idul Fitri",
                                  "kind": "libur_nasional",
                                  "estimated": true
                                }
                              ],
                              "reminders": {
                                "moved": 1,
                                "dropped": 0,
                                "added": 0,
                                "late": 0
                              },
                              "deadlines": [
                                {
                                  "agreement_id": "agr_01M8D788XMB2Z5MFYNEKN6MYEC",
                                  "ref": "kota-kupang-2027",
                                  "title": "JKN Kota Kupang 2027",
                                  "region": "53.71",
                                  "change": "moved",
                                  "rule": "draft-1",
                                  "recipient": "unit_pic",
                                  "deadline_before": "2027-03-23",
                                  "deadline_after": "2027-03-22",
                                  "due_before": "2027-03-16T00:00:00.000Z",
                                  "due_after": "2027-03-12T00:00:00.000Z",
                                  "estimated": false
                                }
                              ],
                              "more": 0
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/thresholds": {
              "get": {
                "operationId": "listThresholds",
                "tags": [
                  "Money"
                ],
                "summary": "What a region must reach to count as UHC",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "All of them.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/ThresholdPage"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "items": [
                                {
                                  "from": "2014-01-01",
                                  "until": "2023-12-31",
                                  "coverage_percent": 95,
                                  "no_arrears": false,
                                  "basis": "praktik penghargaan UHC sampai 2023; tanggal awal perkiraan"
                                },
                                {
                                  "from": "2024-01-01",
                                  "until": "2024-12-31",
                                  "coverage_percent": 95,
                                  "active_percent": 75,
                                  "no_arrears": false,
                                  "basis": "ketentuan non cut off yang diberitakan 2024; tanggal awal perkiraan"
                                },
                                {
                                  "from": "2025-01-01",
                                  "coverage_percent": 98,
                                  "active_percent": 80,
                                  "no_arrears": true,
                                  "basis": "ketentuan UHC Prioritas yang diberitakan 2025-2026: tanpa tunggakan PBPU Pemda dan dengan permohonan resmi; tanggal awal perkiraan"
                                }
                              ],
                              "next_cursor": null
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/events": {
              "get": {
                "operationId": "readEvents",
                "tags": [
                  "Events"
                ],
                "summary": "The feed",
                "parameters": [
                  {
                    "name": "after",
                    "in": "query",
                    "description": "Only events with a higher seq; `cursor` wins over it.",
                    "schema": {
                      "type": "integer",
                      "format": "int64",
                      "minimum": -9223372036854775808,
                      "maximum": 9223372036854775807
                    }
                  },
                  {
                    "name": "limit",
                    "in": "query",
                    "description": "How many items at most.",
                    "schema": {
                      "type": "integer",
                      "minimum": 1,
                      "maximum": 200,
                      "default": 100
                    }
                  },
                  {
                    "$ref": "#/components/parameters/SeqCursor"
                  },
                  {
                    "$ref": "#/components/parameters/Prefer"
                  },
                  {
                    "$ref": "#/components/parameters/LastEventID"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "A page, or a stream for `Accept: text/event-stream`.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/EventPage"
                        }
                      },
                      "text/event-stream": {
                        "schema": {
                          "type": "string",
                          "description": "Events with `id` (the seq), `event` (the type) and `data` (an Event in JSON)."
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/events/catalogue": {
              "get": {
                "operationId": "readEventCatalogue",
                "tags": [
                  "Events"
                ],
                "summary": "What events there are",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "An AsyncAPI 3.0 document: each type of event, its meaning, its JSON Schema and an example, and the headers under which it is sent.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "type": "object"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/events/schemas/{type}": {
              "get": {
                "operationId": "readEventSchema",
                "tags": [
                  "Events"
                ],
                "summary": "What an event holds",
                "parameters": [
                  {
                    "name": "type",
                    "in": "path",
                    "required": true,
                    "description": "A type of event.",
                    "schema": {
                      "type": "string"
                    },
                    "example": "signature.recorded"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "JSON Schema (2020-12) of the payload that a webhook endpoint gets.",
                    "content": {
                      "application/schema+json": {
                        "schema": {
                          "type": "object"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/events/{id}": {
              "get": {
                "operationId": "readEvent",
                "tags": [
                  "Events"
                ],
                "summary": "One event",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Event"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "The event: what a thin webhook points to.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Event"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "id": "evt_01M8E0FWJTX03G007VXB34A5EP",
                              "seq": 2,
                              "endpoint_id": "we_01M8E0FWF7TZBTQ4FX9D36XK3P",
                              "subject_seq": 1,
                              "version": 0,
                              "type": "endpoint.disabled",
                              "recorded_at": "2026-11-27T08:03:32.570Z",
                              "effective_on": "2026-11-27",
                              "actor": {
                                "name": "pksd",
                                "role": "system"
                              },
                              "data": {
                                "reason": "410 Gone"
                              }
                            }
                          }
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/events/{id}/deliveries": {
              "get": {
                "operationId": "readEventDeliveries",
                "tags": [
                  "Webhooks"
                ],
                "summary": "Where an event went, and where not and why",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Event"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "Of the endpoints that one looks after.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/EventDestinations"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "event": {
                                "id": "evt_01M8E0FWJTX03G007VXB34A5EP",
                                "seq": 2,
                                "endpoint_id": "we_01M8E0FWF7TZBTQ4FX9D36XK3P",
                                "subject_seq": 1,
                                "version": 0,
                                "type": "endpoint.disabled",
                                "recorded_at": "2026-11-27T08:03:32.570Z",
                                "effective_on": "2026-11-27",
                                "actor": {
                                  "name": "pksd",
                                  "role": "system"
                                },
                                "data": {
                                  "reason": "410 Gone"
                                }
                              },
                              "deliveries": [
                                {
                                  "id": "dlv_01M8E0FWJTX03G007VXB34A5EP_01M8E0FWEF7J2WMGH1S6N0VTEJ",
                                  "endpoint": "we_01M8E0FWEF7J2WMGH1S6N0VTEJ",
                                  "event_id": "evt_01M8E0FWJTX03G007VXB34A5EP",
                                  "type": "endpoint.disabled",
                                  "seq": 2,
                                  "format": "standard",
                                  "state": "delivered",
                                  "attempts": 1,
                                  "tries": 1,
                                  "due_at": "2026-11-27T08:03:32.570Z",
                                  "next_attempts": [],
                                  "created_at": "2026-11-27T08:03:32.570Z",
                                  "last_status": 200,
                                  "last_error": null,
                                  "log": [
                                    {
                                      "number": 1,
                                      "started_at": "2026-11-27T08:03:32.590Z",
                                      "finished_at": "2026-11-27T08:03:32.633Z",
                                      "status": 200,
                                      "answer": "ok",
                                      "address": "203.0.113.7",
                                      "timings": {
                                        "resolved": 0,
                                        "connected": 0,
                                        "first_byte": 0.71,
                                        "total": 0.742,
                                        "reused": true
                                      }
                                    }
                                  ]
                                }
                              ],
                              "not_sent": {
                                "we_01M8E0EW7XZ4Z6X86MYJ176YJS": "region",
                                "we_01M8E0FWH2AKD566N397AVKCN4": "type"
                              }
                            }
                          }
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/reminders": {
              "get": {
                "operationId": "readReminders",
                "tags": [
                  "Reminders"
                ],
                "summary": "The plan",
                "parameters": [
                  {
                    "name": "from",
                    "in": "query",
                    "description": "Due from then on: a moment, or a day by the clock of WIB.",
                    "schema": {
                      "anyOf": [
                        {
                          "$ref": "#/components/schemas/Moment"
                        },
                        {
                          "$ref": "#/components/schemas/Date"
                        }
                      ]
                    }
                  },
                  {
                    "name": "to",
                    "in": "query",
                    "description": "Due until then; a day is included.",
                    "schema": {
                      "anyOf": [
                        {
                          "$ref": "#/components/schemas/Moment"
                        },
                        {
                          "$ref": "#/components/schemas/Date"
                        }
                      ]
                    }
                  },
                  {
                    "name": "state",
                    "in": "query",
                    "description": "States, separated by commas.",
                    "schema": {
                      "type": "string",
                      "pattern": "^$|^,*(planned|snoozed|sent|acknowledged|superseded|cancelled|missed)(,+(planned|snoozed|sent|acknowledged|superseded|cancelled|missed))*,*$"
                    }
                  },
                  {
                    "name": "recipient",
                    "in": "query",
                    "description": "Only those to this office.",
                    "schema": {
                      "$ref": "#/components/schemas/Role"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/Cursor"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "A page.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/ReminderPage"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  }
                }
              }
            },
            "/v1/reminders/{id}": {
              "get": {
                "operationId": "readReminder",
                "tags": [
                  "Reminders"
                ],
                "summary": "One reminder, with who was told in which mail",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Reminder"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "The reminder.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Reminder"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/reminders/{id}/acknowledge": {
              "post": {
                "operationId": "acknowledgeReminder",
                "tags": [
                  "Reminders"
                ],
                "summary": "Say that it has been seen",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Reminder"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": false,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/Nothing"
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "Acknowledged.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Reminder"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/reminders/{id}/snooze": {
              "post": {
                "operationId": "snoozeReminder",
                "tags": [
                  "Reminders"
                ],
                "summary": "Put it off",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Reminder"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/Snooze"
                      },
                      "examples": {
                        "holiday": {
                          "summary": "Until after the holiday",
                          "value": {
                            "until": "2030-01-02T08:00:00+07:00",
                            "reason": "Libur bersama"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "Put off.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Reminder"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/people": {
              "post": {
                "operationId": "createPerson",
                "tags": [
                  "People"
                ],
                "summary": "Enter somebody who is to be reminded",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/NewPerson"
                      },
                      "examples": {
                        "finance": {
                          "summary": "Somebody at the treasury office",
                          "value": {
                            "name": "Siti Aminah",
                            "roles": [
                              "finance"
                            ],
                            "regions": [
                              "53.71"
                            ],
                            "email": "siti.aminah@kupangkota.go.id"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "Entered.",
                    "headers": {
                      "Location": {
                        "$ref": "#/components/headers/Location"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Person"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              },
              "get": {
                "operationId": "readPeople",
                "tags": [
                  "People"
                ],
                "summary": "People, as far as one may see them",
                "parameters": [
                  {
                    "name": "role",
                    "in": "query",
                    "description": "Only those in this office.",
                    "schema": {
                      "$ref": "#/components/schemas/Role"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "All of them; who neither looks after people nor reads all sees themselves.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/PersonPage"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/people/{id}": {
              "get": {
                "operationId": "readPerson",
                "tags": [
                  "People"
                ],
                "summary": "One person",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Person"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "The person.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Person"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              },
              "patch": {
                "operationId": "changePerson",
                "tags": [
                  "People"
                ],
                "summary": "Change a person",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Person"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/PersonChange"
                      },
                      "examples": {
                        "digest": {
                          "summary": "Once a day",
                          "value": {
                            "mail": "digest",
                            "digest_hour": 7
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "Changed; of two changes the last wins.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Person"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              },
              "delete": {
                "operationId": "deletePerson",
                "tags": [
                  "People"
                ],
                "summary": "Take a person out",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Person"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "204": {
                    "description": "Gone, with their delegations."
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/people/{id}/notices": {
              "get": {
                "operationId": "readNotices",
                "tags": [
                  "People"
                ],
                "summary": "What a person was told and will be",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Person"
                  },
                  {
                    "name": "state",
                    "in": "query",
                    "schema": {
                      "type": "string",
                      "enum": [
                        "waiting",
                        "mailed",
                        "dropped"
                      ],
                      "description": "`dropped`: the person has no address or wants no mail."
                    }
                  },
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/Cursor"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "A page, oldest first.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/NoticePage"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/people/{id}/delegations": {
              "post": {
                "operationId": "createDelegation",
                "tags": [
                  "People"
                ],
                "summary": "Say who stands in while somebody is away",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Person"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/NewDelegation"
                      },
                      "examples": {
                        "leave": {
                          "summary": "Yearly leave",
                          "value": {
                            "substitute": "Yohanes Tallo",
                            "from": "2030-12-20",
                            "until": "2031-01-02",
                            "reason": "Cuti tahunan"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "Entered.",
                    "headers": {
                      "Location": {
                        "$ref": "#/components/headers/Location"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Delegation"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/delegations": {
              "get": {
                "operationId": "readDelegations",
                "tags": [
                  "People"
                ],
                "summary": "Who stands in for whom",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "All of them that one may see.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/DelegationPage"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/delegations/{id}": {
              "delete": {
                "operationId": "endDelegation",
                "tags": [
                  "People"
                ],
                "summary": "End a delegation",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Delegation"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "204": {
                    "description": "Ended."
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/tokens": {
              "get": {
                "operationId": "readTokens",
                "tags": [
                  "Access"
                ],
                "summary": "Tokens",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "Those that one might have made oneself, in the order in which they were made.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/TokenPage"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              },
              "post": {
                "operationId": "makeToken",
                "tags": [
                  "Access"
                ],
                "summary": "Make a token",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/NewToken"
                      },
                      "examples": {
                        "system": {
                          "summary": "For a system",
                          "value": {
                            "name": "SIPD",
                            "role": "integration",
                            "regions": [
                              "53.71"
                            ],
                            "expires_at": "2027-12-31T00:00:00+08:00"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "Made. The token is told this once; the same request makes another.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Token"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/tokens/{token}": {
              "delete": {
                "operationId": "revokeToken",
                "tags": [
                  "Access"
                ],
                "summary": "Revoke a token",
                "parameters": [
                  {
                    "name": "token",
                    "in": "path",
                    "required": true,
                    "description": "The token's id.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "204": {
                    "description": "From now on it lets nobody in."
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/people/{id}/invitation": {
              "post": {
                "operationId": "invitePerson",
                "tags": [
                  "Access"
                ],
                "summary": "Invite a person to set their password",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Person"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "201": {
                    "description": "A link, told this once, that works once, for seven days; an earlier one ends.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/InvitationLink"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/people/{id}/sessions": {
              "get": {
                "operationId": "readSessions",
                "tags": [
                  "Access"
                ],
                "summary": "Where somebody is signed in",
                "description": "That an admin read it is written down in the access log.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Person"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "For admins: those that go on, the one seen last first.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/SessionPage"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/people/{id}/sessions/{session}": {
              "delete": {
                "operationId": "endSession",
                "tags": [
                  "Access"
                ],
                "summary": "Sign somebody out",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Person"
                  },
                  {
                    "name": "session",
                    "in": "path",
                    "required": true,
                    "description": "The session's id.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "204": {
                    "description": "Ended."
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/access-log": {
              "get": {
                "operationId": "readAccessLog",
                "tags": [
                  "Access"
                ],
                "summary": "Who was let in, and who was not",
                "description": "Newest first. That it was read stands in it from then on.",
                "parameters": [
                  {
                    "name": "act",
                    "in": "query",
                    "description": "Only this act.",
                    "schema": {
                      "type": "string",
                      "enum": [
                        "sign_in",
                        "sign_in_refused",
                        "sign_out",
                        "role_switched",
                        "password_set",
                        "identity_linked",
                        "invitation_made",
                        "account_disabled",
                        "account_enabled",
                        "session_ended",
                        "token_made",
                        "token_revoked",
                        "person_saved",
                        "person_deleted",
                        "export",
                        "read_sensitive",
                        "report"
                      ]
                    }
                  },
                  {
                    "name": "who",
                    "in": "query",
                    "description": "Only what this person or token did, by id.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "from",
                    "in": "query",
                    "description": "Only since then.",
                    "schema": {
                      "$ref": "#/components/schemas/Moment"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/Cursor"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "For auditors and admins of all regions, newest first.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/AccessPage"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/mails": {
              "get": {
                "operationId": "readMails",
                "tags": [
                  "People"
                ],
                "summary": "Mails, newest first",
                "parameters": [
                  {
                    "name": "person",
                    "in": "query",
                    "description": "Only those to this person, by id or name.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "state",
                    "in": "query",
                    "schema": {
                      "type": "string",
                      "enum": [
                        "pending",
                        "in_flight",
                        "sent",
                        "failed"
                      ]
                    }
                  },
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/Cursor"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "A page: mails to those whom one looks after, and to oneself.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/MailPage"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/regions/{code}/coverage": {
              "post": {
                "operationId": "recordCoverage",
                "tags": [
                  "Regions"
                ],
                "summary": "Record how many residents are covered",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Region"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/CoverageInput"
                      },
                      "examples": {
                        "counts": {
                          "summary": "Head counts",
                          "value": {
                            "as_of": "2026-10",
                            "registered": 431000,
                            "residents": 443000,
                            "active": 402000,
                            "source": "BPJS Kesehatan"
                          }
                        },
                        "scheme": {
                          "summary": "What BPJS Kesehatan has granted",
                          "value": {
                            "as_of": "2026-10-01",
                            "scheme": "prioritas",
                            "source": "Surat BPJS Kesehatan Cabang Kupang"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "On record, with all that was said before.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/RegionCoverage"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              },
              "get": {
                "operationId": "readCoverage",
                "tags": [
                  "Regions"
                ],
                "summary": "What is on record about a region's coverage, and where it stands",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Region"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "All of it.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/RegionCoverage"
                        },
                        "examples": {
                          "usual": {
                            "summary": "Kota Kupang",
                            "value": {
                              "region": "53.71",
                              "name": "Kota Kupang",
                              "residents": 404120,
                              "standing": {
                                "region": "53.71",
                                "name": "Kota Kupang",
                                "status": "prioritas",
                                "registered": {
                                  "value": 398000,
                                  "as_of": "2026-10",
                                  "source": "BPJS Kesehatan Cabang Kupang",
                                  "reckoned": false
                                },
                                "active": {
                                  "value": 322000,
                                  "as_of": "2026-10",
                                  "source": "BPJS Kesehatan Cabang Kupang",
                                  "reckoned": false
                                },
                                "residents": {
                                  "value": 404120,
                                  "as_of": "2026-10",
                                  "source": "BPJS Kesehatan Cabang Kupang",
                                  "reckoned": false
                                },
                                "coverage_percent": 98.49,
                                "active_percent": 80.9,
                                "scheme": "prioritas",
                                "bar": {
                                  "from": "2025-01-01",
                                  "coverage_percent": 98,
                                  "active_percent": 80,
                                  "no_arrears": true,
                                  "basis": "ketentuan UHC Prioritas yang diberitakan 2025-2026: tanpa tunggakan PBPU Pemda dan dengan permohonan resmi; tanggal awal perkiraan"
                                },
                                "missing_registered": 0,
                                "missing_active": 0,
                                "cost_to_reach": 0,
                                "arrears": 0,
                                "warnings": [
                                  "cakupan hilang bila lebih dari 1.962 orang keluar",
                                  "keaktifan hilang bila lebih dari 3.600 orang nonaktif"
                                ],
                                "falling": null
                              },
                              "items": [
                                {
                                  "as_of": "2026-10",
                                  "registered": 398000,
                                  "active": 322000,
                                  "residents": 404120,
                                  "scheme": "prioritas",
                                  "source": "BPJS Kesehatan Cabang Kupang",
                                  "computed_percent": 98.49
                                }
                              ]
                            }
                          }
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/coverage": {
              "get": {
                "operationId": "listCoverage",
                "tags": [
                  "Regions"
                ],
                "summary": "Where regions stand",
                "parameters": [
                  {
                    "name": "on",
                    "in": "query",
                    "description": "The day they stand on; today without it.",
                    "schema": {
                      "$ref": "#/components/schemas/Date"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "name": "status",
                    "in": "query",
                    "description": "Only regions of this status.",
                    "schema": {
                      "$ref": "#/components/schemas/CoverageStatus"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "Regions with a figure on record.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Standings"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "on": "2026-12-01",
                              "items": [
                                {
                                  "region": "53.71",
                                  "name": "Kota Kupang",
                                  "status": "prioritas",
                                  "registered": {
                                    "value": 398000,
                                    "as_of": "2026-10",
                                    "source": "BPJS Kesehatan Cabang Kupang",
                                    "reckoned": false
                                  },
                                  "active": {
                                    "value": 322000,
                                    "as_of": "2026-10",
                                    "source": "BPJS Kesehatan Cabang Kupang",
                                    "reckoned": false
                                  },
                                  "residents": {
                                    "value": 404120,
                                    "as_of": "2026-10",
                                    "source": "BPJS Kesehatan Cabang Kupang",
                                    "reckoned": false
                                  },
                                  "coverage_percent": 98.49,
                                  "active_percent": 80.9,
                                  "scheme": "prioritas",
                                  "bar": {
                                    "from": "2025-01-01",
                                    "coverage_percent": 98,
                                    "active_percent": 80,
                                    "no_arrears": true,
                                    "basis": "ketentuan UHC Prioritas yang diberitakan 2025-2026: tanpa tunggakan PBPU Pemda dan dengan permohonan resmi; tanggal awal perkiraan"
                                  },
                                  "missing_registered": 0,
                                  "missing_active": 0,
                                  "cost_to_reach": 0,
                                  "arrears": 0,
                                  "warnings": [
                                    "cakupan hilang bila lebih dari 1.962 orang keluar",
                                    "keaktifan hilang bila lebih dari 3.600 orang nonaktif"
                                  ],
                                  "falling": null
                                }
                              ]
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/gaps": {
              "get": {
                "operationId": "listGaps",
                "tags": [
                  "Regions"
                ],
                "summary": "Who loses their cover on a day, and why",
                "description": "A paper leaves a hole where it ended in the year before the day, and no signed paper that follows it carries its people.",
                "parameters": [
                  {
                    "name": "on",
                    "in": "query",
                    "description": "The day looked at; 1 January of next year without it.",
                    "schema": {
                      "$ref": "#/components/schemas/Date"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/RegionFilter"
                  },
                  {
                    "$ref": "#/components/parameters/ProgrammeFilter"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "Most people first.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Gaps"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "on": "2027-01-01",
                              "papers": 1,
                              "people": 19197,
                              "cost": 8707759200,
                              "unknown": 0,
                              "items": [
                                {
                                  "agreement_id": "agr_01M8D788HZERHQRW5KD38743HT",
                                  "ref": "kab-kupang-2026",
                                  "title": "Iuran JKN warga tidak mampu Kabupaten Kupang 2026",
                                  "region": "53.01",
                                  "region_name": "Kabupaten Kupang",
                                  "program": "jkn",
                                  "kind": "pks",
                                  "ended_on": "2026-12-31",
                                  "people": 19197,
                                  "cost": 8707759200,
                                  "cause": "successor_not_signed",
                                  "cause_label": "naskah pengganti belum ditandatangani",
                                  "successor": {
                                    "agreement_id": "agr_01M8D788XMB2Z5MFYNEKN6MYEC",
                                    "ref": "kab-kupang-2027",
                                    "title": "Iuran JKN warga tidak mampu Kabupaten Kupang 2027",
                                    "state": "initiated",
                                    "state_label": "Prakarsa",
                                    "phase": "draft",
                                    "valid_from": "2027-01-01",
                                    "valid_until": "2027-12-31"
                                  },
                                  "waits_for": [
                                    "unit_pic"
                                  ]
                                }
                              ]
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/imports/{kind}": {
              "post": {
                "operationId": "importSheet",
                "tags": [
                  "Imports"
                ],
                "summary": "Take a whole sheet, or nothing of it",
                "description": "A CSV file (UTF-8; commas, semicolons or tabs) or a workbook (.xlsx), 32 MiB at most; its bytes tell which. Each row is read as strictly as the request that would enter it alone; what is on record already is left as it is. Where one row is refused nothing is stored. No If-Match is needed. Amounts, dates and months may be written as offices write them: `Rp8.100.000.000`, `31/12/2026`, `Januari 2021`.\n\nColumns, those that must be there in bold:\n\n- `agreements`: **ref**, **workflow**, **kind**, **program**, **title**, **region**, valid_from, valid_until, renews, state, source, **government**, government_signatory, government_office, government_number, **bpjs**, bpjs_signatory, bpjs_office, bpjs_number, signed_on\n- `members`: **agreement**, **segment**, **from**, **until**, **count**, source, as_of, wage\n- `member-changes`: **agreement**, **segment**, **month**, additions, deaths, moves, doubles, invalid_nik, other_removals, source, as_of\n- `funding`: **agreement**, **source**, **fiscal_year**, **amount**, **stage**, reference\n- `bills`: **agreement**, **month**, **amount**, heads, stage, paid, reference\n- `payments`: **agreement**, **month**, **amount**, **paid_on**, reference\n- `coverage`: **region**, **as_of**, percent, registered, active, residents, scheme, source\n\nA heading is the column's name, or what offices usually call it in Indonesian, such as `perjanjian`, `bulan` or `jumlah`; any other is named by `column.NAME`.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/ImportKind"
                  },
                  {
                    "name": "dry_run",
                    "in": "query",
                    "description": "Only say what would become of each row.",
                    "schema": {
                      "type": "boolean",
                      "default": false
                    }
                  },
                  {
                    "name": "file",
                    "in": "query",
                    "description": "What the file is called, for messages.",
                    "schema": {
                      "type": "string"
                    },
                    "example": "tagihan.xlsx"
                  },
                  {
                    "name": "sheet",
                    "in": "query",
                    "description": "Which sheet of a workbook; the first without it.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "columns",
                    "in": "query",
                    "description": "`column.NAME=heading` for a column that the sheet calls something else, as often as needed.",
                    "style": "form",
                    "explode": true,
                    "schema": {
                      "type": "object",
                      "propertyNames": {
                        "pattern": "^column\\.[a-z_]+$"
                      },
                      "additionalProperties": {
                        "type": "string"
                      }
                    },
                    "example": {
                      "column.month": "Bulan",
                      "column.amount": "Jumlah"
                    }
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "text/csv": {
                      "schema": {
                        "type": "string"
                      },
                      "examples": {
                        "bills": {
                          "summary": "Two bills",
                          "value": "perjanjian;bulan;jumlah;peserta;keterangan\nkab-kupang-2021;Januari 2021;Rp718.200.000;19.000;lengkap\nkab-kupang-2021;Februari 2021;Rp718.200.000;19.000;lengkap\n"
                        }
                      }
                    },
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                      "schema": {
                        "type": "string",
                        "contentMediaType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "All of it is on record, or it was a dry run.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/ImportReport"
                        },
                        "examples": {
                          "usual": {
                            "summary": "One was there before",
                            "value": {
                              "kind": "bills",
                              "stored": true,
                              "dry_run": false,
                              "rows": 2,
                              "done": 1,
                              "unchanged": 1,
                              "refused": 0,
                              "columns": {
                                "agreement": "perjanjian",
                                "month": "bulan",
                                "amount": "jumlah",
                                "heads": "peserta"
                              },
                              "ignored_columns": [
                                "keterangan"
                              ],
                              "items": [
                                {
                                  "line": 2,
                                  "subject": "kab-kupang-2021",
                                  "outcome": "unchanged"
                                },
                                {
                                  "line": 3,
                                  "subject": "kab-kupang-2021",
                                  "outcome": "done"
                                }
                              ]
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "413": {
                    "$ref": "#/components/responses/SheetTooLarge"
                  },
                  "422": {
                    "description": "Rows are refused and nothing was stored (`import-refused`); or the Idempotency-Key was used for another request, with which `application/problem+json` comes.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/ImportRefusal"
                        },
                        "examples": {
                          "usual": {
                            "summary": "A month that does not exist",
                            "value": {
                              "type": "https://pksd.invalid/problems/import-refused",
                              "title": "Lembar tidak dapat dimuat",
                              "status": 422,
                              "detail": "1 dari 2 baris ditolak; tidak ada yang disimpan",
                              "kind": "bills",
                              "stored": false,
                              "dry_run": false,
                              "rows": 2,
                              "done": 1,
                              "unchanged": 0,
                              "refused": 1,
                              "columns": {
                                "agreement": "perjanjian",
                                "month": "bulan",
                                "amount": "jumlah",
                                "heads": "peserta"
                              },
                              "ignored_columns": [
                                "keterangan"
                              ],
                              "items": [
                                {
                                  "line": 2,
                                  "subject": "kab-kupang-2021",
                                  "outcome": "refused",
                                  "say": "bulan: '2021-13' bukan bulan seperti 2026-12"
                                },
                                {
                                  "line": 3,
                                  "subject": "kab-kupang-2021",
                                  "outcome": "done"
                                }
                              ]
                            }
                          }
                        }
                      },
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/calendars": {
              "post": {
                "operationId": "createCalendar",
                "tags": [
                  "Calendars"
                ],
                "summary": "Make a calendar at a secret address",
                "description": "Of what a person's offices are reminded of (by that person, an admin, or the coordinator of all their regions), of a region with all inside it, or of one agreement. The same request under the same key answers the same calendar, without its address.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/NewCalendar"
                      },
                      "examples": {
                        "region": {
                          "summary": "A region's deadlines",
                          "value": {
                            "region": "53.71",
                            "language": "id"
                          }
                        },
                        "agreement": {
                          "summary": "One agreement's",
                          "value": {
                            "agreement": "kota-kupang-2019"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "Made; the only answer with its address.",
                    "headers": {
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Calendar"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              },
              "get": {
                "operationId": "listCalendars",
                "tags": [
                  "Calendars"
                ],
                "summary": "The calendars one has made; for an admin, all",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "All of them, the revoked too; one page.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/CalendarPage"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/calendars/{id}": {
              "delete": {
                "operationId": "revokeCalendar",
                "tags": [
                  "Calendars"
                ],
                "summary": "Revoke a calendar",
                "description": "Its address answers nothing any more.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Calendar"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "204": {
                    "description": "Revoked."
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/calendar/{secret}.ics": {
              "get": {
                "operationId": "readCalendar",
                "tags": [
                  "Calendars"
                ],
                "summary": "A calendar as programs read it",
                "description": "Needs no token: the address is the key. Deadlines as all-day entries (RFC 5545); what is cancelled stays for 30 days as such. An address that was revoked answers as one that never was.",
                "security": [],
                "parameters": [
                  {
                    "$ref": "#/components/parameters/CalendarSecret"
                  },
                  {
                    "name": "If-None-Match",
                    "in": "header",
                    "description": "The entity tag of the last reading.",
                    "schema": {
                      "type": "string"
                    }
                  }
                ],
                "responses": {
                  "200": {
                    "description": "iCalendar.",
                    "headers": {
                      "ETag": {
                        "description": "Of exactly these bytes.",
                        "schema": {
                          "type": "string"
                        }
                      },
                      "Last-Modified": {
                        "description": "When something that it shows changed last.",
                        "schema": {
                          "type": "string"
                        }
                      },
                      "Cache-Control": {
                        "description": "How long it may be shown without asking again.",
                        "schema": {
                          "type": "string"
                        }
                      }
                    },
                    "content": {
                      "text/calendar": {
                        "schema": {
                          "type": "string"
                        }
                      }
                    }
                  },
                  "304": {
                    "description": "Nothing has changed."
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/webhook-endpoints": {
              "post": {
                "operationId": "createEndpoint",
                "tags": [
                  "Webhooks"
                ],
                "summary": "Add an endpoint",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/NewEndpoint"
                      },
                      "examples": {
                        "all": {
                          "summary": "A receiver",
                          "value": {
                            "url": "https://siasn.example.go.id/hooks/pksd",
                            "events": [
                              "agreement.*",
                              "bill.issued"
                            ],
                            "regions": [
                              "53.71"
                            ]
                          }
                        },
                        "pull": {
                          "summary": "Only pulls, whatever happens",
                          "value": {}
                        },
                        "cloudevents": {
                          "summary": "CloudEvents to an inner address, of large bills only, five at a time",
                          "value": {
                            "url": "http://10.20.0.7:8080/events",
                            "allow": [
                              "10.20.0.0/16"
                            ],
                            "events": [
                              "bill.issued"
                            ],
                            "condition": "data.amount > 1000000000",
                            "format": "cloudevents_batch",
                            "batch": 20,
                            "in_flight": 5,
                            "per_minute": 60,
                            "timeout_seconds": 10,
                            "key": "ed25519"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "Added; the only answer with its secret, until that is rotated.",
                    "headers": {
                      "Location": {
                        "$ref": "#/components/headers/Location"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/EndpointWithSecret"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "id": "we_01M8E0FWEF7J2WMGH1S6N0VTEJ",
                              "url": "https://siasn.example.go.id/hooks/pksd",
                              "events": [
                                "agreement.*",
                                "bill.issued"
                              ],
                              "regions": [
                                "53.71"
                              ],
                              "kinds": [],
                              "condition": null,
                              "format": "standard",
                              "thin": false,
                              "allow": [],
                              "in_flight": 8,
                              "per_minute": null,
                              "timeout_seconds": 15,
                              "batch": 100,
                              "http_version": "1.1",
                              "keys": [
                                {
                                  "kind": "hmac"
                                }
                              ],
                              "enabled": true,
                              "created_at": "2026-11-27T08:03:32.431Z",
                              "secret": "whsec_Y29udG9oLWJ1a2FuLWt1bmNpLXlhbmctYXNsaS0xMjM="
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                },
                "description": "For coordinators, integrations and admins. Whoever is limited to regions is told about them at most."
              },
              "get": {
                "operationId": "listEndpoints",
                "tags": [
                  "Webhooks"
                ],
                "summary": "All endpoints that one looks after",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "All of them; one page.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/EndpointPage"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/webhook-endpoints/{id}": {
              "get": {
                "operationId": "readEndpoint",
                "tags": [
                  "Webhooks"
                ],
                "summary": "One endpoint",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Endpoint"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "The endpoint, and how it does.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Endpoint"
                        },
                        "examples": {
                          "fine": {
                            "summary": "All is well",
                            "value": {
                              "id": "we_01M8E0FWEF7J2WMGH1S6N0VTEJ",
                              "url": "https://siasn.example.go.id/hooks/pksd",
                              "events": [
                                "agreement.*",
                                "bill.issued"
                              ],
                              "regions": [
                                "53.71"
                              ],
                              "kinds": [],
                              "condition": null,
                              "format": "standard",
                              "thin": false,
                              "allow": [],
                              "in_flight": 8,
                              "per_minute": null,
                              "timeout_seconds": 15,
                              "batch": 100,
                              "http_version": "1.1",
                              "keys": [
                                {
                                  "kind": "hmac"
                                }
                              ],
                              "enabled": true,
                              "created_at": "2026-11-27T08:03:32.431Z",
                              "health": {
                                "last_success_at": "2026-11-27T08:03:32.633Z",
                                "breaker": "closed",
                                "in_flight": 0,
                                "deliveries": {
                                  "delivered": 2
                                }
                              }
                            }
                          },
                          "paused": {
                            "summary": "The receiver asked for an hour",
                            "value": {
                              "id": "we_01M8E0FWEF7J2WMGH1S6N0VTEJ",
                              "url": "https://siasn.example.go.id/hooks/pksd",
                              "events": [
                                "agreement.*",
                                "bill.issued"
                              ],
                              "regions": [
                                "53.71"
                              ],
                              "kinds": [],
                              "condition": null,
                              "format": "standard",
                              "thin": false,
                              "allow": [],
                              "in_flight": 8,
                              "per_minute": null,
                              "timeout_seconds": 15,
                              "batch": 100,
                              "http_version": "1.1",
                              "keys": [
                                {
                                  "kind": "hmac"
                                }
                              ],
                              "enabled": true,
                              "created_at": "2026-11-27T08:03:32.431Z",
                              "health": {
                                "failing_since": "2026-11-27T08:03:32.564Z",
                                "paused_until": "2026-11-27T09:03:32.564Z",
                                "breaker": "closed",
                                "in_flight": 0,
                                "deliveries": {
                                  "pending": 2
                                }
                              }
                            }
                          },
                          "off": {
                            "summary": "Switched off by its receiver",
                            "value": {
                              "id": "we_01M8E0FWEF7J2WMGH1S6N0VTEJ",
                              "url": "https://siasn.example.go.id/hooks/pksd",
                              "events": [
                                "agreement.*",
                                "bill.issued"
                              ],
                              "regions": [
                                "53.71"
                              ],
                              "kinds": [],
                              "condition": null,
                              "format": "standard",
                              "thin": false,
                              "allow": [],
                              "in_flight": 8,
                              "per_minute": null,
                              "timeout_seconds": 15,
                              "batch": 100,
                              "http_version": "1.1",
                              "keys": [
                                {
                                  "kind": "hmac"
                                }
                              ],
                              "enabled": false,
                              "created_at": "2026-11-27T08:03:32.431Z",
                              "disabled_reason": "410 Gone",
                              "health": {
                                "failing_since": "2026-11-27T08:03:32.564Z",
                                "deliveries": {
                                  "failed": 1,
                                  "held": 1
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              },
              "patch": {
                "operationId": "changeEndpoint",
                "tags": [
                  "Webhooks"
                ],
                "summary": "Change an endpoint",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Endpoint"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/EndpointChange"
                      },
                      "examples": {
                        "on": {
                          "summary": "Switch it on again",
                          "value": {
                            "enabled": true
                          }
                        },
                        "slower": {
                          "summary": "No more than one request a second",
                          "value": {
                            "in_flight": 1,
                            "per_minute": 60
                          }
                        },
                        "pull": {
                          "summary": "Stop sending; it pulls its feed from now on",
                          "value": {
                            "url": null
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "Changed; what is on its way keeps the form it was written in.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Endpoint"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              },
              "delete": {
                "operationId": "deleteEndpoint",
                "tags": [
                  "Webhooks"
                ],
                "summary": "Delete an endpoint",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Endpoint"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "204": {
                    "description": "Gone."
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                },
                "description": "What has not arrived is given up: `failed`, with `endpoint deleted`. The record of its deliveries stays."
              }
            },
            "/v1/webhook-endpoints/{id}/rotate-secret": {
              "post": {
                "operationId": "rotateSecret",
                "tags": [
                  "Webhooks"
                ],
                "summary": "Give it a new secret",
                "description": "The old keys sign as well until the overlap is over, so that the receiver has time.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Endpoint"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": false,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/RotationInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "A key of the same kind; the old one for another day",
                          "value": {}
                        },
                        "leak": {
                          "summary": "The old key is known to others",
                          "value": {
                            "overlap_hours": 0
                          }
                        },
                        "ed25519": {
                          "summary": "To a public key, within a week",
                          "value": {
                            "key": "ed25519",
                            "overlap_hours": 168
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "With the new secret.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/EndpointWithSecret"
                        },
                        "examples": {
                          "usual": {
                            "summary": "From a shared key to a public one",
                            "value": {
                              "id": "we_01M8E0FWEF7J2WMGH1S6N0VTEJ",
                              "url": "https://siasn.example.go.id/hooks/pksd",
                              "events": [
                                "agreement.*",
                                "bill.issued"
                              ],
                              "regions": [
                                "53.71"
                              ],
                              "kinds": [],
                              "condition": null,
                              "format": "standard",
                              "thin": false,
                              "allow": [],
                              "in_flight": 8,
                              "per_minute": null,
                              "timeout_seconds": 15,
                              "batch": 100,
                              "http_version": "1.1",
                              "keys": [
                                {
                                  "kind": "ed25519",
                                  "public": "whpk_++cmcRw2jIDj+stEVKO6iMR8GXNTCYnIQMhaJFRWWTw="
                                },
                                {
                                  "kind": "hmac",
                                  "expires_at": "2026-12-04T08:03:00.155Z"
                                }
                              ],
                              "enabled": true,
                              "created_at": "2026-11-27T08:03:32.431Z",
                              "secret": "whpk_++cmcRw2jIDj+stEVKO6iMR8GXNTCYnIQMhaJFRWWTw="
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/webhook-endpoints/{id}/test": {
              "post": {
                "operationId": "testEndpoint",
                "tags": [
                  "Webhooks"
                ],
                "summary": "Send a test now",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Endpoint"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "How it went.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/EndpointTest"
                        },
                        "examples": {
                          "fine": {
                            "summary": "Delivered",
                            "value": {
                              "delivered": true,
                              "status": 200,
                              "address": "203.0.113.7",
                              "milliseconds": 43.008
                            }
                          },
                          "unreachable": {
                            "summary": "Nobody answers",
                            "value": {
                              "delivered": false,
                              "error": "unreachable: Failed to connect to (host) port 443 after 0 ms: Couldn't connect to server",
                              "milliseconds": 0.13
                            }
                          }
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                },
                "description": "A signed event of the type `endpoint.test`, outside the queue; nothing is written down."
              }
            },
            "/v1/webhook-endpoints/{id}/verify": {
              "post": {
                "operationId": "verifyEndpoint",
                "tags": [
                  "Webhooks"
                ],
                "summary": "Find out whether it does what a receiver must",
                "description": "Sends trials of the type `endpoint.test`, some of which must be refused; outside the queue, and nothing is written down.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Endpoint"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What was found out.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/EndpointVerification"
                        },
                        "examples": {
                          "usual": {
                            "summary": "A receiver that checks no signatures",
                            "value": {
                              "passed": false,
                              "findings": [
                                {
                                  "step": "address",
                                  "verdict": "passed",
                                  "detail": {
                                    "id": "203.0.113.7 menjawab 200 lewat HTTP/1.1",
                                    "en": "203.0.113.7 answers 200 over HTTP/1.1"
                                  }
                                },
                                {
                                  "step": "certificate",
                                  "verdict": "passed",
                                  "detail": {
                                    "id": "siasn.example.go.id, dari Example CA, berlaku 63 hari lagi",
                                    "en": "siasn.example.go.id, by Example CA, valid for 63 more days"
                                  }
                                },
                                {
                                  "step": "signed",
                                  "verdict": "passed",
                                  "detail": {
                                    "id": "diterima: HTTP 200",
                                    "en": "accepted: HTTP 200"
                                  }
                                },
                                {
                                  "step": "speed",
                                  "verdict": "passed",
                                  "detail": {
                                    "id": "menjawab dalam 48 ms",
                                    "en": "answered in 48 ms"
                                  }
                                },
                                {
                                  "step": "bad_signature",
                                  "verdict": "failed",
                                  "detail": {
                                    "id": "seharusnya ditolak, tetapi diterima: siapa pun dapat berpura-pura menjadi pksd",
                                    "en": "should be refused and was accepted: anybody can pretend to be pksd"
                                  }
                                },
                                {
                                  "step": "old_timestamp",
                                  "verdict": "passed",
                                  "detail": {
                                    "id": "ditolak: HTTP 401",
                                    "en": "refused: HTTP 401"
                                  }
                                },
                                {
                                  "step": "two_signatures",
                                  "verdict": "passed",
                                  "detail": {
                                    "id": "diterima: HTTP 200",
                                    "en": "accepted: HTTP 200"
                                  }
                                },
                                {
                                  "step": "same_id_twice",
                                  "verdict": "passed",
                                  "detail": {
                                    "id": "diterima: HTTP 200",
                                    "en": "accepted: HTTP 200"
                                  }
                                }
                              ]
                            }
                          }
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/webhook-endpoints/{id}/deliveries": {
              "get": {
                "operationId": "readEndpointDeliveries",
                "tags": [
                  "Webhooks"
                ],
                "summary": "What was told to an endpoint, oldest first",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Endpoint"
                  },
                  {
                    "name": "state",
                    "in": "query",
                    "description": "Only deliveries in this state.",
                    "schema": {
                      "type": "string",
                      "enum": [
                        "waiting",
                        "pending",
                        "in_flight",
                        "delivered",
                        "failed",
                        "held"
                      ]
                    },
                    "example": "failed"
                  },
                  {
                    "$ref": "#/components/parameters/Limit"
                  },
                  {
                    "$ref": "#/components/parameters/Cursor"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "A page.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/DeliveryPage"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "items": [
                                {
                                  "id": "dlv_01M8E0FWHAHXZ5RMM8W9P8V6W1_01M8E0FWEF7J2WMGH1S6N0VTEJ",
                                  "endpoint": "we_01M8E0FWEF7J2WMGH1S6N0VTEJ",
                                  "event_id": "evt_01M8E0FWHAHXZ5RMM8W9P8V6W1",
                                  "type": "agreement.created",
                                  "seq": 1,
                                  "agreement_id": "agr_01M8E0FWHAXZG3GN0VTBAC8ZC1",
                                  "format": "standard",
                                  "state": "pending",
                                  "attempts": 1,
                                  "tries": 1,
                                  "due_at": "2026-11-27T08:03:37.797Z",
                                  "next_attempts": [
                                    "2026-11-27T08:03:37.797Z",
                                    "2026-11-27T08:04:10.773Z",
                                    "2026-11-27T08:09:47.789Z",
                                    "2026-11-27T08:40:49.923Z",
                                    "2026-11-27T10:42:49.494Z",
                                    "2026-11-27T17:17:59.490Z",
                                    "2026-11-28T06:43:03.047Z",
                                    "2026-11-29T08:33:52.624Z",
                                    "2026-11-30T12:10:54.970Z"
                                  ],
                                  "created_at": "2026-11-27T08:03:32.522Z",
                                  "last_status": 500,
                                  "last_error": "HTTP 500",
                                  "log": [
                                    {
                                      "number": 1,
                                      "started_at": "2026-11-27T08:03:32.535Z",
                                      "finished_at": "2026-11-27T08:03:32.564Z",
                                      "status": 500,
                                      "error": "HTTP 500",
                                      "answer": "database is down",
                                      "address": "203.0.113.7",
                                      "timings": {
                                        "resolved": 0.008,
                                        "connected": 0.183,
                                        "first_byte": 13.929,
                                        "total": 13.953,
                                        "reused": false
                                      }
                                    }
                                  ]
                                }
                              ],
                              "next_cursor": null
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/webhook-endpoints/{id}/replay": {
              "post": {
                "operationId": "replay",
                "tags": [
                  "Webhooks"
                ],
                "summary": "Send events again",
                "description": "Only what the endpoint's own filter lets through, under the same `webhook-id` as before. 409 where the endpoint is switched off.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Endpoint"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": false,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/ReplayInput"
                      },
                      "examples": {
                        "missing": {
                          "summary": "All that it did not get",
                          "value": {}
                        },
                        "since": {
                          "summary": "A week, also what arrived, but only say how much that is",
                          "value": {
                            "missing": false,
                            "since": "2026-11-20T00:00:00+08:00",
                            "until": "2026-11-27T00:00:00+08:00",
                            "dry_run": true
                          }
                        },
                        "one": {
                          "summary": "One event",
                          "value": {
                            "missing": false,
                            "seq": 2014
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "For `dry_run`: nothing is sent.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/ReplayCount"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "dry_run": true,
                              "count": 38
                            }
                          }
                        }
                      }
                    }
                  },
                  "202": {
                    "description": "Begun.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Replay"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "id": "rpl_01M8E0FY5P1ZPBNDTVZDGQY6ZW",
                              "endpoint": "we_01M8E0FWEF7J2WMGH1S6N0VTEJ",
                              "selection": {
                                "missing": true,
                                "since": "2026-11-20T00:00:00.000Z",
                                "events": [
                                  "agreement.*"
                                ]
                              },
                              "state": "running",
                              "cursor": 0,
                              "end": 2014,
                              "sent": 0,
                              "created_at": "2026-11-27T08:03:34.198Z",
                              "created_by": "Bagian Kerja Sama"
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/webhook-endpoints/{id}/replays": {
              "get": {
                "operationId": "listReplays",
                "tags": [
                  "Webhooks"
                ],
                "summary": "Its replays, oldest first",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Endpoint"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "All of them; one page.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/ReplayPage"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "items": [
                                {
                                  "id": "rpl_01M8E0FY5P1ZPBNDTVZDGQY6ZW",
                                  "endpoint": "we_01M8E0FWEF7J2WMGH1S6N0VTEJ",
                                  "selection": {
                                    "missing": true,
                                    "since": "2026-11-20T00:00:00.000Z",
                                    "events": [
                                      "agreement.*"
                                    ]
                                  },
                                  "state": "done",
                                  "cursor": 2014,
                                  "end": 2014,
                                  "sent": 38,
                                  "created_at": "2026-11-27T08:03:34.198Z",
                                  "created_by": "Bagian Kerja Sama"
                                }
                              ],
                              "next_cursor": null
                            }
                          }
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/webhook-endpoints/{id}/replays/{replay}/cancel": {
              "post": {
                "operationId": "cancelReplay",
                "tags": [
                  "Webhooks"
                ],
                "summary": "End a replay where it is",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Endpoint"
                  },
                  {
                    "$ref": "#/components/parameters/Replay"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "The replay; one that was over stays as it is.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Replay"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "id": "rpl_01M8E0FY5P1ZPBNDTVZDGQY6ZW",
                              "endpoint": "we_01M8E0FWEF7J2WMGH1S6N0VTEJ",
                              "selection": {
                                "missing": true,
                                "since": "2026-11-20T00:00:00.000Z",
                                "events": [
                                  "agreement.*"
                                ]
                              },
                              "state": "cancelled",
                              "cursor": 1200,
                              "end": 2014,
                              "sent": 17,
                              "created_at": "2026-11-27T08:03:34.198Z",
                              "created_by": "Bagian Kerja Sama"
                            }
                          }
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/webhook-endpoints/{id}/feed": {
              "get": {
                "operationId": "pullFeed",
                "tags": [
                  "Webhooks"
                ],
                "summary": "Deliveries for a receiver that fetches them itself, in the order of events",
                "description": "All deliveries, acknowledged or not. Also for an endpoint that is sent to; what is acknowledged is sent no more.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Endpoint"
                  },
                  {
                    "name": "after",
                    "in": "query",
                    "description": "Only what comes after this `cursor`, which is an event's number.",
                    "schema": {
                      "type": "integer",
                      "format": "int64",
                      "default": 0
                    }
                  },
                  {
                    "name": "since",
                    "in": "query",
                    "description": "Only what was recorded from then on.",
                    "schema": {
                      "$ref": "#/components/schemas/Moment"
                    },
                    "example": "2026-11-20T00:00:00+08:00"
                  },
                  {
                    "name": "wait",
                    "in": "query",
                    "description": "Where nothing is there yet, answer as soon as something is, after so many seconds at the latest.",
                    "schema": {
                      "type": "integer",
                      "minimum": 0,
                      "maximum": 60,
                      "default": 0
                    }
                  },
                  {
                    "name": "limit",
                    "in": "query",
                    "description": "How many items at most.",
                    "schema": {
                      "type": "integer",
                      "minimum": 1,
                      "maximum": 200,
                      "default": 100
                    }
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "A page.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/PulledPage"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "items": [
                                {
                                  "cursor": "1",
                                  "delivery": "dlv_01M8E0FWHAHXZ5RMM8W9P8V6W1_01M8E0FWEF7J2WMGH1S6N0VTEJ",
                                  "webhook_id": "evt_01M8E0FWHAHXZ5RMM8W9P8V6W1",
                                  "type": "agreement.created",
                                  "state": "pending",
                                  "headers": {
                                    "content-type": "application/json",
                                    "webhook-id": "evt_01M8E0FWHAHXZ5RMM8W9P8V6W1",
                                    "webhook-timestamp": "1795766644",
                                    "webhook-signature": "v1,DZqQKEaRPUMHCOZ6NC2zFJUjvVo1VQkbf2DyHN/nqQI="
                                  },
                                  "body": "{\"data\":{\"actor\":{\"name\":\"Bagian Kerja Sama\",\"role\":\"coordinator\"},\"agreement_id\":\"agr_01M8E0FWHAXZG3GN0VTBAC8ZC1\",\"agreement_seq\":1,\"effective_on\":\"2026-11-27\",\"ref\":\"kota-kupang-2027\",\"region\":\"53.71\",\"seq\":1,\"version\":1},\"timestamp\":\"2026-11-27T08:03:32.522Z\",\"type\":\"agreement.created\"}"
                                }
                              ],
                              "next_cursor": null
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/webhook-endpoints/{id}/feed/ack": {
              "post": {
                "operationId": "acknowledgeFeed",
                "tags": [
                  "Webhooks"
                ],
                "summary": "Say what was received",
                "description": "Counts as a 2xx does. May be said twice.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Endpoint"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/ReceiptInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "One delivery",
                          "value": {
                            "deliveries": [
                              "dlv_01M8E0FWHAHXZ5RMM8W9P8V6W1_01M8E0FWEF7J2WMGH1S6N0VTEJ"
                            ]
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "How many were not delivered before.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Receipt"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "acknowledged": 1
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/webhook-duplicates": {
              "get": {
                "operationId": "readDuplicates",
                "tags": [
                  "Webhooks"
                ],
                "summary": "What may have arrived twice, newest first",
                "description": "The daemon stopped, or lost its power, while these were on their way; they were sent again.",
                "parameters": [
                  {
                    "name": "endpoint",
                    "in": "query",
                    "description": "Only those to this endpoint, by id.",
                    "schema": {
                      "type": "string"
                    },
                    "example": "we_01M8E0FWEF7J2WMGH1S6N0VTEJ"
                  },
                  {
                    "name": "since",
                    "in": "query",
                    "description": "Only tries begun from then on.",
                    "schema": {
                      "$ref": "#/components/schemas/Moment"
                    },
                    "example": "2026-11-20T00:00:00+08:00"
                  },
                  {
                    "name": "cursor",
                    "in": "query",
                    "description": "The next_cursor of the page before.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "limit",
                    "in": "query",
                    "description": "How many items at most.",
                    "schema": {
                      "type": "integer",
                      "minimum": 1,
                      "maximum": 200,
                      "default": 100
                    }
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "A page of them, the newest first.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/PossibleDuplicatePage"
                        },
                        "examples": {
                          "usual": {
                            "summary": "As it usually is",
                            "value": {
                              "items": [
                                {
                                  "delivery": "dlv_01M8E0FWHAHXZ5RMM8W9P8V6W1_01M8E0FWEF7J2WMGH1S6N0VTEJ",
                                  "endpoint": "we_01M8E0FWEF7J2WMGH1S6N0VTEJ",
                                  "webhook_id": "evt_01M8E0FWHAHXZ5RMM8W9P8V6W1",
                                  "type": "agreement.created",
                                  "seq": 1,
                                  "attempt": 1,
                                  "started_at": "2026-11-27T08:03:32.535Z",
                                  "state": "delivered"
                                }
                              ],
                              "next_cursor": null
                            }
                          }
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/workflows": {
              "get": {
                "operationId": "listWorkflows",
                "tags": [
                  "Workflows"
                ],
                "summary": "The rules in force",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "All of them; one page.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/WorkflowPage"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/workflows/{id}": {
              "get": {
                "operationId": "readWorkflow",
                "tags": [
                  "Workflows"
                ],
                "summary": "One workflow",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Workflow"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "The workflow.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Workflow"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/doctor": {
              "get": {
                "operationId": "examine",
                "tags": [
                  "Operations"
                ],
                "summary": "Whether all is well",
                "description": "Examines the reminders, whom they reach and what they stand on: no reminder may be silent. For admins and auditors of all regions.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What was found.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Checkup"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/clock": {
              "get": {
                "operationId": "readClock",
                "tags": [
                  "Clock"
                ],
                "summary": "What time it is for the daemon",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "Now.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Clock"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              },
              "post": {
                "operationId": "moveClock",
                "tags": [
                  "Clock"
                ],
                "summary": "Move the clock of a rehearsal",
                "description": "Forward only, by eleven years at most. 409 where the daemon is no rehearsal.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/ClockMove"
                      },
                      "examples": {
                        "month": {
                          "summary": "Thirty days on",
                          "value": {
                            "advance": "P30D"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "The new time.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Clock"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/healthz": {
              "get": {
                "operationId": "readHealth",
                "tags": [
                  "Operations"
                ],
                "summary": "Whether the process lives",
                "responses": {
                  "200": {
                    "description": "It does.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Health"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  }
                },
                "security": [],
                "description": "Needs no token; an unknown one is refused all the same."
              }
            },
            "/readyz": {
              "get": {
                "operationId": "readReadiness",
                "tags": [
                  "Operations"
                ],
                "summary": "Whether the ledger answers",
                "responses": {
                  "200": {
                    "description": "It does.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Readiness"
                        }
                      }
                    }
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  }
                },
                "security": [],
                "description": "Needs no token; an unknown one is refused all the same."
              }
            },
            "/metrics": {
              "get": {
                "operationId": "readMetrics",
                "tags": [
                  "Operations"
                ],
                "summary": "Metrics for Prometheus",
                "responses": {
                  "200": {
                    "description": "Text format 0.0.4.",
                    "content": {
                      "text/plain": {
                        "schema": {
                          "type": "string"
                        }
                      }
                    }
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  }
                },
                "security": [],
                "description": "Needs no token; an unknown one is refused all the same."
              }
            },
            "/openapi.json": {
              "get": {
                "operationId": "readDescription",
                "tags": [
                  "Operations"
                ],
                "summary": "This description",
                "responses": {
                  "200": {
                    "description": "OpenAPI 3.1.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "type": "object"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  }
                },
                "security": [],
                "description": "Needs no token; an unknown one is refused all the same."
              }
            },
            "/": {
              "get": {
                "operationId": "readPage",
                "tags": [
                  "Operations"
                ],
                "summary": "All agreements by phase, as a page",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "The page.",
                    "content": {
                      "text/html": {
                        "schema": {
                          "type": "string"
                        }
                      }
                    }
                  },
                  "401": {
                    "description": "How to log in; a problem where a bearer token is unknown.",
                    "headers": {
                      "WWW-Authenticate": {
                        "schema": {
                          "type": "string"
                        }
                      }
                    },
                    "content": {
                      "text/html": {
                        "schema": {
                          "type": "string"
                        }
                      },
                      "application/problem+json": {
                        "schema": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      }
                    }
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                },
                "security": [
                  {
                    "token": []
                  },
                  {
                    "password": []
                  }
                ]
              }
            },
            "/unsubscribe/{key}": {
              "get": {
                "operationId": "askToUnsubscribe",
                "tags": [
                  "People"
                ],
                "summary": "The page behind the link in each mail; changes nothing",
                "security": [],
                "parameters": [
                  {
                    "$ref": "#/components/parameters/UnsubscribeKey"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "The page, in Indonesian and English.",
                    "content": {
                      "text/html": {
                        "schema": {
                          "type": "string"
                        }
                      }
                    }
                  },
                  "404": {
                    "description": "Nobody has this key.",
                    "content": {
                      "text/html": {
                        "schema": {
                          "type": "string"
                        }
                      }
                    }
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              },
              "post": {
                "operationId": "unsubscribe",
                "tags": [
                  "People"
                ],
                "summary": "No more mail to whoever has this key (RFC 8058)",
                "security": [],
                "parameters": [
                  {
                    "$ref": "#/components/parameters/UnsubscribeKey"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "Done, as a page. Reminders stay on record.",
                    "content": {
                      "text/html": {
                        "schema": {
                          "type": "string"
                        }
                      }
                    }
                  },
                  "404": {
                    "description": "Nobody has this key.",
                    "content": {
                      "text/html": {
                        "schema": {
                          "type": "string"
                        }
                      }
                    }
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                },
                "requestBody": {
                  "required": false,
                  "content": {
                    "application/x-www-form-urlencoded": {
                      "schema": {
                        "type": "object",
                        "properties": {
                          "List-Unsubscribe": {
                            "type": "string",
                            "const": "One-Click"
                          }
                        }
                      }
                    }
                  }
                }
              }
            },
            "/v1/agreements/{id}/funding/{line}/transitions": {
              "post": {
                "operationId": "advanceFunding",
                "tags": [
                  "Facts"
                ],
                "summary": "Move a funding line on",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/FundingLineKey"
                  },
                  {
                    "$ref": "#/components/parameters/IfMatch"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/FundingAdvance"
                      },
                      "examples": {
                        "usual": {
                          "summary": "Move a funding line on",
                          "value": {
                            "transition": "enact"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "Moved.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "412": {
                    "$ref": "#/components/responses/Stale"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "428": {
                    "$ref": "#/components/responses/VersionRequired"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                }
              }
            },
            "/v1/agreements/{id}/waivers": {
              "post": {
                "operationId": "waiveRequirement",
                "tags": [
                  "Agreements"
                ],
                "summary": "Let a requirement be, with a reason",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Agreement"
                  },
                  {
                    "$ref": "#/components/parameters/IfMatch"
                  },
                  {
                    "$ref": "#/components/parameters/IdempotencyKey"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/WaiverInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "Let a requirement be, with a reason",
                          "value": {
                            "requirement": "budget",
                            "reason": "Ditutup pada APBD Perubahan"
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "409": {
                    "$ref": "#/components/responses/Conflict"
                  },
                  "412": {
                    "$ref": "#/components/responses/Stale"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "428": {
                    "$ref": "#/components/responses/VersionRequired"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  },
                  "201": {
                    "description": "Waived.",
                    "headers": {
                      "ETag": {
                        "$ref": "#/components/headers/ETag"
                      },
                      "Idempotency-Replayed": {
                        "$ref": "#/components/headers/IdempotencyReplayed"
                      }
                    },
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Agreement"
                        }
                      }
                    }
                  }
                }
              }
            },
            "/v1/unmet": {
              "get": {
                "operationId": "listUnmet",
                "tags": [
                  "Agreements"
                ],
                "summary": "What agreements wait for, and at whom",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  },
                  {
                    "name": "owner",
                    "in": "query",
                    "description": "Only what waits at this role.",
                    "schema": {
                      "$ref": "#/components/schemas/Role"
                    }
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What agreements wait for, and at whom.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/UnmetPage"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  }
                }
              }
            },
            "/v1/roles": {
              "get": {
                "operationId": "listRoles",
                "tags": [
                  "Workflows"
                ],
                "summary": "How many people hold each role",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "How many people hold each role.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/RoleHoldersPage"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  }
                }
              }
            },
            "/v1/workflows/{id}/diagram.svg": {
              "get": {
                "operationId": "drawWorkflow",
                "tags": [
                  "Workflows"
                ],
                "summary": "A workflow as a picture",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Workflow"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  },
                  {
                    "name": "live",
                    "in": "query",
                    "description": "With how many agreements are in each state.",
                    "schema": {
                      "type": "string",
                      "enum": [
                        "true",
                        "false"
                      ]
                    }
                  },
                  {
                    "name": "agreement",
                    "in": "query",
                    "description": "With the path of this agreement.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "against",
                    "in": "query",
                    "description": "Compared with the structure that begins with these letters.",
                    "schema": {
                      "type": "string"
                    }
                  }
                ],
                "responses": {
                  "200": {
                    "description": "An SVG picture.",
                    "content": {
                      "image/svg+xml": {
                        "schema": {
                          "type": "string"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  }
                }
              }
            },
            "/v1/workflows/{id}/preview": {
              "post": {
                "operationId": "previewWorkflow",
                "tags": [
                  "Workflows"
                ],
                "summary": "What a proposed file would do",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Workflow"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "What a proposed file would do.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/WorkflowPreview"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  }
                },
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/PreviewInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "What a proposed file would do",
                          "value": {
                            "text": "workflow: jkn-pd-pemda\n",
                            "replay": true
                          }
                        }
                      }
                    }
                  }
                }
              }
            },
            "/v1/workflows/{id}/migrations": {
              "get": {
                "operationId": "listMigrations",
                "tags": [
                  "Workflows"
                ],
                "summary": "The migrations that have been applied",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Workflow"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "The migrations that have been applied.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/MigrationPage"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  }
                }
              },
              "post": {
                "operationId": "migrateWorkflow",
                "tags": [
                  "Workflows"
                ],
                "summary": "Move running agreements to the structure in force",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Workflow"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "Move running agreements to the structure in force.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/MigrationReport"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  },
                  "201": {
                    "description": "Applied.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/MigrationReport"
                        }
                      }
                    }
                  }
                },
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/MigrationInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "Move running agreements to the structure in force",
                          "value": {
                            "states": {
                              "telaah": "review"
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            },
            "/v1/workflows/{id}/migrations/{migration}/undo": {
              "post": {
                "operationId": "undoMigration",
                "tags": [
                  "Workflows"
                ],
                "summary": "Take a migration back",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Workflow"
                  },
                  {
                    "$ref": "#/components/parameters/AcceptLanguage"
                  },
                  {
                    "$ref": "#/components/parameters/MigrationId"
                  }
                ],
                "responses": {
                  "200": {
                    "description": "Take a migration back.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/MigrationReport"
                        }
                      }
                    }
                  },
                  "401": {
                    "$ref": "#/components/responses/Unauthorized"
                  },
                  "404": {
                    "$ref": "#/components/responses/NotFound"
                  },
                  "503": {
                    "$ref": "#/components/responses/Unavailable"
                  },
                  "400": {
                    "$ref": "#/components/responses/InvalidRequest"
                  },
                  "403": {
                    "$ref": "#/components/responses/Forbidden"
                  },
                  "413": {
                    "$ref": "#/components/responses/TooLarge"
                  },
                  "422": {
                    "$ref": "#/components/responses/Unprocessable"
                  },
                  "507": {
                    "$ref": "#/components/responses/DiskFull"
                  },
                  "201": {
                    "description": "Applied.",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/MigrationReport"
                        }
                      }
                    }
                  }
                },
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/UndoInput"
                      },
                      "examples": {
                        "usual": {
                          "summary": "Take a migration back",
                          "value": {
                            "apply": true
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "webhooks": {
            "event": {
              "post": {
                "operationId": "receiveEvent",
                "tags": [
                  "Webhooks"
                ],
                "summary": "An event is told to an endpoint",
                "description": "Signed by the Standard Webhooks scheme over `webhook-id.webhook-timestamp.body`: `v1` is the base64 of HMAC-SHA256 with the endpoint's secret, `v1a` that of Ed25519 with its key. Sent again, unchanged and under the same `webhook-id`, after 5 s, 30 s, 5 min, 30 min, 2 h, 6 h, 12 h, 24 h and 24 h and up to a fifth more, until it is answered with 2xx; in order for each agreement. A redirect is no answer. `Retry-After` (24 hours at most) makes the whole endpoint wait. 413, 415 and 422 are final after three tries. 410 switches the endpoint off, and so do five days without a 2xx. `GET /v1/events/catalogue` describes each type.",
                "security": [],
                "parameters": [
                  {
                    "name": "webhook-id",
                    "in": "header",
                    "required": true,
                    "description": "The event's id, or `bat_…` for several events in a batch; the same on each attempt.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "webhook-timestamp",
                    "in": "header",
                    "required": true,
                    "description": "Seconds since 1970 of this attempt.",
                    "schema": {
                      "type": "string",
                      "pattern": "^[0-9]+$"
                    }
                  },
                  {
                    "name": "webhook-signature",
                    "in": "header",
                    "required": true,
                    "description": "One or more `v1,<base64>` or `v1a,<base64>`, separated by spaces: one for each key of the endpoint.",
                    "schema": {
                      "type": "string"
                    }
                  },
                  {
                    "name": "webhook-replay",
                    "in": "header",
                    "description": "The replay that sends it again.",
                    "schema": {
                      "type": "string",
                      "pattern": "^rpl_"
                    }
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "anyOf": [
                          {
                            "$ref": "#/components/schemas/WebhookPayload"
                          },
                          {
                            "$ref": "#/components/schemas/ThinPayload"
                          },
                          {
                            "type": "object",
                            "required": [
                              "seq"
                            ],
                            "description": "The data alone, for `cloudevents_binary`; the other attributes are in `ce-…` headers."
                          }
                        ]
                      },
                      "examples": {
                        "funding.revised": {
                          "summary": "A budget is cut",
                          "value": {
                            "type": "funding.revised",
                            "timestamp": "2021-03-06T02:10:00.000Z",
                            "data": {
                              "line": "apbd_ii-2021",
                              "from": 8618400000,
                              "revision": {
                                "kind": "refocusing",
                                "amount": 8100000000,
                                "effective_on": "2021-03-06",
                                "reference": "Rapat evaluasi anggaran"
                              },
                              "agreement_id": "agr_01M8D730P21XE5JJT63CASW2HJ",
                              "agreement_seq": 14,
                              "ref": "kab-kupang-2021",
                              "region": "53.01",
                              "seq": 2014,
                              "version": 9,
                              "actor": {
                                "name": "BPKAD Kabupaten Kupang",
                                "role": "finance"
                              },
                              "effective_on": "2021-03-06"
                            }
                          }
                        },
                        "members.changed": {
                          "summary": "Who joined and left",
                          "value": {
                            "type": "members.changed",
                            "timestamp": "2021-05-31T04:00:00.000Z",
                            "data": {
                              "segment": "pbpu_bp_pemda",
                              "month": "2021-05",
                              "additions": 240,
                              "deaths": 31,
                              "moves": 12,
                              "source": "BPJS Kesehatan",
                              "as_of": "2021-05-31",
                              "agreement_id": "agr_01M8D730P21XE5JJT63CASW2HJ",
                              "agreement_seq": 21,
                              "ref": "kab-kupang-2021",
                              "region": "53.01",
                              "seq": 2021,
                              "version": 12,
                              "actor": {
                                "name": "BPJS Kesehatan Cabang Kupang",
                                "role": "bpjs_pic"
                              },
                              "effective_on": "2021-05-31"
                            }
                          }
                        },
                        "bill.paid": {
                          "summary": "A part is paid",
                          "value": {
                            "type": "bill.paid",
                            "timestamp": "2021-01-08T07:30:00.000Z",
                            "data": {
                              "month": "2021-01",
                              "payment": {
                                "amount": 700000000,
                                "paid_on": "2021-01-08",
                                "reference": "SP2D 0021/2021"
                              },
                              "owed": 18200000,
                              "agreement_id": "agr_01M8D730P21XE5JJT63CASW2HJ",
                              "agreement_seq": 9,
                              "ref": "kab-kupang-2021",
                              "region": "53.01",
                              "seq": 2009,
                              "version": 6,
                              "actor": {
                                "name": "BPKAD Kabupaten Kupang",
                                "role": "finance"
                              },
                              "effective_on": "2021-01-08"
                            }
                          }
                        },
                        "bill.overdue": {
                          "summary": "The rest is late",
                          "value": {
                            "type": "bill.overdue",
                            "timestamp": "2021-01-08T16:00:00.000Z",
                            "data": {
                              "code": "bill_overdue",
                              "key": "bill_overdue:2021-01",
                              "say": {
                                "id": "Tagihan Januari 2021 belum lunas sejak 8 Januari 2021: sisa Rp18.200.000, 0 bulan; UHC Prioritas terancam.",
                                "en": "The bill of 2021-01 is unpaid since 2021-01-08: Rp18,200,000 left, 0 months; UHC Prioritas at risk."
                              },
                              "numbers": {
                                "month": "2021-01",
                                "amount": 718200000,
                                "paid": 700000000,
                                "owed": 18200000,
                                "due_on": "2021-01-08",
                                "consequence": "prioritas_at_risk"
                              },
                              "agreement_id": "agr_01M8D730P21XE5JJT63CASW2HJ",
                              "agreement_seq": 10,
                              "ref": "kab-kupang-2021",
                              "region": "53.01",
                              "seq": 2010,
                              "version": 7,
                              "actor": {
                                "name": "pksd",
                                "role": "system"
                              },
                              "effective_on": "2021-01-09"
                            }
                          }
                        },
                        "agreement.gap_predicted": {
                          "summary": "Nobody has begun the next paper",
                          "value": {
                            "type": "agreement.gap_predicted",
                            "timestamp": "2021-10-02T16:00:00.000Z",
                            "data": {
                              "code": "gap_predicted",
                              "key": "gap_predicted:2022-01-01",
                              "say": {
                                "id": "Pada 1 Januari 2022 perlindungan putus bagi 19.000 orang: belum ada naskah pengganti; perlu Rp8.618.400.000.",
                                "en": "On 2022-01-01 19,000 people lose their cover: no paper follows; Rp8,618,400,000 would close it."
                              },
                              "numbers": {
                                "on": "2022-01-01",
                                "people": 19000,
                                "cost": 8618400000,
                                "cause": "no_successor",
                                "successor": null,
                                "waits_for": [
                                  "coordinator",
                                  "bpjs_pic"
                                ]
                              },
                              "agreement_id": "agr_01M8D730P21XE5JJT63CASW2HJ",
                              "agreement_seq": 40,
                              "ref": "kab-kupang-2021",
                              "region": "53.01",
                              "seq": 2040,
                              "version": 20,
                              "actor": {
                                "name": "pksd",
                                "role": "system"
                              },
                              "effective_on": "2021-10-03"
                            }
                          }
                        },
                        "finding.resolved": {
                          "summary": "Why a shortfall may stand",
                          "value": {
                            "type": "finding.resolved",
                            "timestamp": "2021-03-08T01:00:00.000Z",
                            "data": {
                              "finding": "budget_short:2021",
                              "numbers": {
                                "year": 2021,
                                "needed": 8618400000,
                                "available": 8100000000,
                                "shortfall": 518400000,
                                "surplus": 0,
                                "people_carried": 17857,
                                "runs_out_in": "2021-12"
                              },
                              "reason": "Kekurangan ditutup pada APBD Perubahan 2021",
                              "agreement_id": "agr_01M8D730P21XE5JJT63CASW2HJ",
                              "agreement_seq": 16,
                              "ref": "kab-kupang-2021",
                              "region": "53.01",
                              "seq": 2016,
                              "version": 11,
                              "actor": {
                                "name": "Bagian Kerja Sama",
                                "role": "coordinator"
                              },
                              "effective_on": "2021-03-08"
                            }
                          }
                        },
                        "uhc.threshold_crossed": {
                          "summary": "A region is Prioritas",
                          "value": {
                            "type": "uhc.threshold_crossed",
                            "timestamp": "2026-11-02T03:00:00.000Z",
                            "data": {
                              "from": "none",
                              "to": "prioritas",
                              "coverage_percent": 98.49,
                              "active_percent": 80.9,
                              "missing_registered": 0,
                              "missing_active": 0,
                              "as_of": "2026-10",
                              "region": "53.71",
                              "seq": 2055,
                              "version": 0,
                              "actor": {
                                "name": "pksd",
                                "role": "system"
                              },
                              "effective_on": "2026-10-31"
                            }
                          }
                        }
                      }
                    },
                    "application/cloudevents+json": {
                      "schema": {
                        "$ref": "#/components/schemas/CloudEvent"
                      }
                    },
                    "application/cloudevents-batch+json": {
                      "schema": {
                        "type": "array",
                        "items": {
                          "$ref": "#/components/schemas/CloudEvent"
                        },
                        "minItems": 1,
                        "maxItems": 100
                      }
                    }
                  }
                },
                "responses": {
                  "2XX": {
                    "description": "Taken."
                  },
                  "410": {
                    "description": "No longer wanted; switches the endpoint off."
                  }
                }
              }
            }
          },
          "components": {
            "securitySchemes": {
              "token": {
                "type": "http",
                "scheme": "bearer",
                "description": "Made by `pksd token create`."
              },
              "password": {
                "type": "http",
                "scheme": "basic",
                "description": "For browsers: any name, the token as the password."
              }
            },
            "parameters": {
              "AcceptLanguage": {
                "name": "Accept-Language",
                "in": "header",
                "description": "`id` (default) or `en`, for everything that is said to people.",
                "schema": {
                  "type": "string",
                  "examples": [
                    "en"
                  ]
                }
              },
              "IdempotencyKey": {
                "name": "Idempotency-Key",
                "in": "header",
                "description": "Sent again with the same body, the write is done once and answered again; with another body it is refused.",
                "schema": {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 255
                }
              },
              "IfMatch": {
                "name": "If-Match",
                "in": "header",
                "description": "The ETag last read; without it 428, stale 412.",
                "schema": {
                  "type": "string",
                  "pattern": "^(W/)?([0-9]{1,18}|\"[0-9]{1,18}\")$",
                  "examples": [
                    "\"1\""
                  ]
                },
                "required": true
              },
              "Prefer": {
                "name": "Prefer",
                "in": "header",
                "description": "`wait=30`: where nothing is there yet, answer as soon as something is, after so many seconds (60 at most) at the latest (RFC 7240).",
                "schema": {
                  "type": "string",
                  "pattern": "^wait=[0-9]{1,3}$"
                }
              },
              "LastEventID": {
                "name": "Last-Event-ID",
                "in": "header",
                "description": "Where a stream goes on; wins over `after` and `cursor`.",
                "schema": {
                  "type": "string",
                  "pattern": "^[0-9]{1,18}$"
                }
              },
              "Limit": {
                "name": "limit",
                "in": "query",
                "description": "How many items at most.",
                "schema": {
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 200,
                  "default": 50
                }
              },
              "Cursor": {
                "name": "cursor",
                "in": "query",
                "description": "`next_cursor` of the page before.",
                "schema": {
                  "type": "string"
                }
              },
              "SeqCursor": {
                "name": "cursor",
                "in": "query",
                "description": "`next_cursor` of the page before.",
                "schema": {
                  "type": "string",
                  "pattern": "^-?[0-9]{1,18}$"
                }
              },
              "Agreement": {
                "name": "id",
                "in": "path",
                "required": true,
                "description": "The agreement's id or ref.",
                "schema": {
                  "$ref": "#/components/schemas/AgreementKey"
                },
                "example": "kota-kupang-2019"
              },
              "Calendar": {
                "name": "id",
                "in": "path",
                "required": true,
                "description": "The calendar's id.",
                "schema": {
                  "type": "string"
                },
                "example": "cal_01M84140MPKHNRSPA5ATP1E5XG"
              },
              "CalendarSecret": {
                "name": "secret",
                "in": "path",
                "required": true,
                "description": "What makes the address secret.",
                "schema": {
                  "type": "string"
                },
                "example": "mzxw6ytboi2dqmrtmzxw6ytboi2dqmrt"
              },
              "Endpoint": {
                "name": "id",
                "in": "path",
                "required": true,
                "description": "The endpoint's id.",
                "schema": {
                  "type": "string"
                },
                "example": "we_01M84140MPKHNRSPA5ATP1E5XG"
              },
              "Replay": {
                "name": "replay",
                "in": "path",
                "required": true,
                "description": "A replay's id.",
                "schema": {
                  "type": "string"
                },
                "example": "rpl_01M8E0FY5P1ZPBNDTVZDGQY6ZW"
              },
              "Event": {
                "name": "id",
                "in": "path",
                "required": true,
                "description": "The event's number (`seq`), or its id if it was to be sent anywhere.",
                "schema": {
                  "type": "string"
                },
                "example": "evt_01M8E0FWHAHXZ5RMM8W9P8V6W1"
              },
              "Reminder": {
                "name": "id",
                "in": "path",
                "required": true,
                "description": "The reminder's id.",
                "schema": {
                  "type": "string"
                },
                "example": "rem_01M84140MNP3TYM22W2RCG1GKA"
              },
              "Region": {
                "name": "code",
                "in": "path",
                "required": true,
                "description": "The region's code.",
                "schema": {
                  "$ref": "#/components/schemas/RegionCode"
                },
                "example": "53.71"
              },
              "FiscalYear": {
                "name": "year",
                "in": "query",
                "description": "The fiscal year; without it the last with money, members or bills, or this year.",
                "schema": {
                  "type": "integer",
                  "minimum": 2000,
                  "maximum": 2100
                }
              },
              "RegionFilter": {
                "name": "region",
                "in": "query",
                "description": "A kabupaten or kota, or a province with everything inside it; without it, or with `00`, the nation.",
                "schema": {
                  "$ref": "#/components/schemas/RegionCode"
                }
              },
              "ProgrammeFilter": {
                "name": "program",
                "in": "query",
                "description": "Only this programme.",
                "schema": {
                  "$ref": "#/components/schemas/Programme"
                }
              },
              "WhatIfPeople": {
                "name": "people",
                "in": "query",
                "description": "Supposing so many heads in each month.",
                "schema": {
                  "type": "integer",
                  "format": "int64",
                  "minimum": 0,
                  "maximum": 1000000000
                }
              },
              "WhatIfRate": {
                "name": "rate",
                "in": "query",
                "description": "Supposing so many rupiah a head-month, whatever the segment.",
                "schema": {
                  "type": "integer",
                  "format": "int64",
                  "minimum": 0,
                  "maximum": 1000000000
                }
              },
              "WhatIfFrom": {
                "name": "from",
                "in": "query",
                "description": "Supposing that this is the first month with members.",
                "schema": {
                  "$ref": "#/components/schemas/Month"
                }
              },
              "WhatIfMonths": {
                "name": "months",
                "in": "query",
                "description": "Supposing members for so many months, from `from` or January.",
                "schema": {
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 12
                }
              },
              "WhatIfAmount": {
                "name": "amount",
                "in": "query",
                "description": "Supposing that so many rupiah are there, instead of the funding lines.",
                "schema": {
                  "$ref": "#/components/schemas/Rupiah"
                }
              },
              "ImportKind": {
                "name": "kind",
                "in": "path",
                "required": true,
                "description": "What each row is.",
                "schema": {
                  "type": "string",
                  "enum": [
                    "agreements",
                    "members",
                    "member-changes",
                    "funding",
                    "bills",
                    "payments",
                    "coverage"
                  ]
                },
                "example": "bills"
              },
              "Workflow": {
                "name": "id",
                "in": "path",
                "required": true,
                "description": "The workflow's id.",
                "schema": {
                  "type": "string"
                },
                "example": "jkn-pd-pemda"
              },
              "BillMonth": {
                "name": "month",
                "in": "path",
                "required": true,
                "description": "The month billed for.",
                "schema": {
                  "$ref": "#/components/schemas/Month"
                },
                "example": "2019-01"
              },
              "FundingLineKey": {
                "name": "line",
                "in": "path",
                "required": true,
                "description": "Source and fiscal year.",
                "schema": {
                  "type": "string"
                },
                "example": "apbd_ii-2026"
              },
              "MigrationId": {
                "name": "migration",
                "in": "path",
                "required": true,
                "description": "A migration's id.",
                "schema": {
                  "type": "string"
                },
                "example": "mig_01M849AEDM17P5XQXEXZGES390"
              },
              "Person": {
                "name": "id",
                "in": "path",
                "required": true,
                "description": "The person's id, or their name.",
                "schema": {
                  "type": "string"
                },
                "example": "per_01M84140MPKHNRSPA5ATP1E5XG"
              },
              "Delegation": {
                "name": "id",
                "in": "path",
                "required": true,
                "description": "The delegation's id.",
                "schema": {
                  "type": "string"
                },
                "example": "del_01M84140MPKHNRSPA5ATP1E5XG"
              },
              "UnsubscribeKey": {
                "name": "key",
                "in": "path",
                "required": true,
                "description": "The key in the link of each mail to somebody.",
                "schema": {
                  "type": "string"
                },
                "example": "p4Y0kM1n-0Zq"
              }
            },
            "headers": {
              "ETag": {
                "description": "The version, for If-Match.",
                "schema": {
                  "type": "string",
                  "pattern": "^\"[0-9]+\"$"
                }
              },
              "IdempotencyReplayed": {
                "description": "`true` where an earlier answer is given again.",
                "schema": {
                  "type": "string",
                  "enum": [
                    "true"
                  ]
                }
              },
              "Location": {
                "description": "Where the record is.",
                "schema": {
                  "type": "string"
                }
              }
            },
            "responses": {
              "InvalidRequest": {
                "description": "The body or the query cannot be read: wrong types, unknown keys, values out of range, a resident's number.",
                "content": {
                  "application/problem+json": {
                    "schema": {
                      "$ref": "#/components/schemas/Problem"
                    }
                  }
                }
              },
              "Unauthorized": {
                "description": "No token, or an unknown one.",
                "content": {
                  "application/problem+json": {
                    "schema": {
                      "$ref": "#/components/schemas/Problem"
                    }
                  }
                },
                "headers": {
                  "WWW-Authenticate": {
                    "schema": {
                      "type": "string"
                    }
                  }
                }
              },
              "Forbidden": {
                "description": "This role or region may not.",
                "content": {
                  "application/problem+json": {
                    "schema": {
                      "$ref": "#/components/schemas/Problem"
                    }
                  }
                }
              },
              "NotFound": {
                "description": "There is nothing at this address for the one who asks.",
                "content": {
                  "application/problem+json": {
                    "schema": {
                      "$ref": "#/components/schemas/Problem"
                    }
                  }
                }
              },
              "Conflict": {
                "description": "Not possible now; `requirements` says what is missing.",
                "content": {
                  "application/problem+json": {
                    "schema": {
                      "$ref": "#/components/schemas/Problem"
                    }
                  }
                }
              },
              "Stale": {
                "description": "If-Match is not the version stored.",
                "content": {
                  "application/problem+json": {
                    "schema": {
                      "$ref": "#/components/schemas/Problem"
                    }
                  }
                }
              },
              "TooLarge": {
                "description": "The body is larger than 1 MiB.",
                "content": {
                  "application/problem+json": {
                    "schema": {
                      "$ref": "#/components/schemas/Problem"
                    }
                  }
                }
              },
              "SheetTooLarge": {
                "description": "The sheet is larger than 32 MiB.",
                "content": {
                  "application/problem+json": {
                    "schema": {
                      "$ref": "#/components/schemas/Problem"
                    }
                  }
                }
              },
              "Unprocessable": {
                "description": "The request says something that cannot be, or the Idempotency-Key was used for another request.",
                "content": {
                  "application/problem+json": {
                    "schema": {
                      "$ref": "#/components/schemas/Problem"
                    }
                  }
                }
              },
              "FiguresTooLarge": {
                "description": "The figures are too large to add up: the problem is `too-large`.",
                "content": {
                  "application/problem+json": {
                    "schema": {
                      "$ref": "#/components/schemas/Problem"
                    },
                    "examples": {
                      "usual": {
                        "summary": "Beyond what 64 bits hold",
                        "value": {
                          "type": "https://pksd.invalid/problems/too-large",
                          "title": "Angka terlalu besar",
                          "status": 422,
                          "detail": "angka tahun 2021 terlalu besar untuk dijumlahkan; periksa jumlah peserta, tarif, dan anggaran"
                        }
                      }
                    }
                  }
                }
              },
              "VersionRequired": {
                "description": "If-Match is missing.",
                "content": {
                  "application/problem+json": {
                    "schema": {
                      "$ref": "#/components/schemas/Problem"
                    }
                  }
                }
              },
              "Unavailable": {
                "description": "The ledger cannot be reached or written; try again.",
                "content": {
                  "application/problem+json": {
                    "schema": {
                      "$ref": "#/components/schemas/Problem"
                    }
                  }
                },
                "headers": {
                  "Retry-After": {
                    "schema": {
                      "type": "string",
                      "pattern": "^[0-9]+$"
                    }
                  }
                }
              },
              "DiskFull": {
                "description": "The disk is full; nothing was written.",
                "content": {
                  "application/problem+json": {
                    "schema": {
                      "$ref": "#/components/schemas/Problem"
                    }
                  }
                }
              }
            },
            "schemas": {
              "Date": {
                "type": "string",
                "description": "A civil date that exists, of the years 1900 to 2200.",
                "format": "date",
                "pattern": "^(19[0-9]{2}|2[01][0-9]{2}|2200)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
                "examples": [
                  "2026-12-31"
                ]
              },
              "Month": {
                "type": "string",
                "description": "A month, of the years 1900 to 2200.",
                "pattern": "^(19[0-9]{2}|2[01][0-9]{2}|2200)-(0[1-9]|1[0-2])$",
                "examples": [
                  "2026-12"
                ]
              },
              "Moment": {
                "type": "string",
                "description": "A moment with its zone (RFC 3339). Answers are in UTC with milliseconds.",
                "format": "date-time",
                "pattern": "^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9](\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$",
                "examples": [
                  "2026-12-31T08:00:00+07:00"
                ]
              },
              "Role": {
                "type": "string",
                "enum": [
                  "coordinator",
                  "unit_pic",
                  "unit_head",
                  "legal",
                  "tkksd",
                  "secretary",
                  "region_head",
                  "finance",
                  "bpjs_pic",
                  "bpjs_head",
                  "auditor",
                  "integration",
                  "admin",
                  "system"
                ],
                "description": "What somebody is; `system` is the daemon."
              },
              "Phase": {
                "type": "string",
                "enum": [
                  "draft",
                  "signing",
                  "funding",
                  "active",
                  "closed"
                ]
              },
              "Kind": {
                "type": "string",
                "enum": [
                  "pks",
                  "nota_kesepakatan",
                  "rencana_kerja",
                  "addendum"
                ],
                "description": "What sort of paper it is."
              },
              "Programme": {
                "type": "string",
                "enum": [
                  "jkn",
                  "jamsostek"
                ],
                "description": "The social security programme."
              },
              "Segment": {
                "type": "string",
                "enum": [
                  "pbpu_bp_pemda",
                  "pbpu_mandiri",
                  "pbi_jk",
                  "non_asn",
                  "village_officials",
                  "pekerja_rentan"
                ],
                "description": "The group of people insured."
              },
              "FundingSource": {
                "type": "string",
                "enum": [
                  "apbd_ii",
                  "apbd_i",
                  "pajak_rokok",
                  "dbh_sawit",
                  "dbhcht",
                  "apbdes",
                  "csr",
                  "apbn"
                ],
                "description": "Where the money comes from."
              },
              "FundingStage": {
                "type": "string",
                "enum": [
                  "proposed",
                  "rka",
                  "apbd",
                  "dpa",
                  "spd",
                  "spending",
                  "exhausted",
                  "closed"
                ],
                "description": "How far the money has come, in order; from `apbd` on it can be counted on."
              },
              "RevisionKind": {
                "type": "string",
                "enum": [
                  "refocusing",
                  "shift",
                  "revised_budget",
                  "correction"
                ],
                "description": "Money moved to another purpose by order of the centre; moved between lines by the head of region (pergeseran); a revised budget voted by the council (APBD Perubahan); the figure on record was wrong."
              },
              "EventType": {
                "type": "string",
                "enum": [
                  "agreement.created",
                  "agreement.state_changed",
                  "agreement.amended",
                  "signature.recorded",
                  "funding.recorded",
                  "funding.revised",
                  "funding.stage_changed",
                  "funding.runway_short",
                  "members.recorded",
                  "members.changed",
                  "bill.issued",
                  "bill.stage_changed",
                  "bill.paid",
                  "bill.overdue",
                  "document.added",
                  "note.added",
                  "workflow.migrated",
                  "requirement.waived",
                  "agreement.gap_predicted",
                  "agreement.expiring",
                  "data.inconsistent",
                  "finding.resolved",
                  "coverage.recorded",
                  "uhc.threshold_crossed",
                  "reminder.due",
                  "reminder.escalated",
                  "reminder.acknowledged",
                  "reminder.snoozed",
                  "role.vacant",
                  "holidays.accepted",
                  "holidays.missing",
                  "endpoint.disabled"
                ]
              },
              "EventFilter": {
                "type": "string",
                "enum": [
                  "*",
                  "agreement.*",
                  "signature.*",
                  "funding.*",
                  "members.*",
                  "bill.*",
                  "document.*",
                  "note.*",
                  "workflow.*",
                  "requirement.*",
                  "data.*",
                  "finding.*",
                  "coverage.*",
                  "uhc.*",
                  "reminder.*",
                  "role.*",
                  "holidays.*",
                  "endpoint.*",
                  "agreement.created",
                  "agreement.state_changed",
                  "agreement.amended",
                  "signature.recorded",
                  "funding.recorded",
                  "funding.revised",
                  "funding.stage_changed",
                  "funding.runway_short",
                  "members.recorded",
                  "members.changed",
                  "bill.issued",
                  "bill.stage_changed",
                  "bill.paid",
                  "bill.overdue",
                  "document.added",
                  "note.added",
                  "workflow.migrated",
                  "requirement.waived",
                  "agreement.gap_predicted",
                  "agreement.expiring",
                  "data.inconsistent",
                  "finding.resolved",
                  "coverage.recorded",
                  "uhc.threshold_crossed",
                  "reminder.due",
                  "reminder.escalated",
                  "reminder.acknowledged",
                  "reminder.snoozed",
                  "role.vacant",
                  "holidays.accepted",
                  "holidays.missing",
                  "endpoint.disabled"
                ],
                "description": "One type, a family such as `agreement.*`, or `*` for all."
              },
              "RegionCode": {
                "type": "string",
                "description": "Code of Kemendagri: `53` a province, `53.71` a kabupaten or kota, `00` the nation. Must be one in regions.csv.",
                "examples": [
                  "53.71"
                ]
              },
              "AgreementKey": {
                "type": "string",
                "description": "An agreement's id (`agr_…`) or its ref.",
                "examples": [
                  "kota-kupang-2019"
                ]
              },
              "Ref": {
                "type": "string",
                "description": "The coordinator's own unique reference, usable wherever an id is.",
                "pattern": "^(?!agr_)[A-Za-z0-9._-]{1,80}$"
              },
              "Rupiah": {
                "type": "integer",
                "description": "Whole rupiah.",
                "format": "int64",
                "minimum": 0,
                "maximum": 1000000000000000
              },
              "Bilingual": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "description": "Indonesian"
                  },
                  "en": {
                    "type": "string",
                    "description": "English"
                  }
                },
                "required": [
                  "id",
                  "en"
                ],
                "additionalProperties": false
              },
              "Actor": {
                "type": "object",
                "description": "Who did something.",
                "properties": {
                  "name": {
                    "type": "string"
                  },
                  "role": {
                    "$ref": "#/components/schemas/Role"
                  }
                },
                "required": [
                  "name",
                  "role"
                ],
                "additionalProperties": false
              },
              "Problem": {
                "type": "object",
                "description": "An error as RFC 9457 wants it, in the language of Accept-Language.",
                "properties": {
                  "type": {
                    "type": "string",
                    "description": "`https://pksd.invalid/problems/` and what it is, such as `invalid-body`, `stale`, `requirements-unmet` or `too-large`.",
                    "format": "uri",
                    "examples": [
                      "https://pksd.invalid/problems/invalid-body",
                      "https://pksd.invalid/problems/too-large"
                    ]
                  },
                  "title": {
                    "type": "string"
                  },
                  "status": {
                    "type": "integer",
                    "minimum": 400,
                    "maximum": 599
                  },
                  "detail": {
                    "type": "string"
                  },
                  "errors": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "pointer": {
                          "type": "string",
                          "description": "A JSON Pointer into the body (RFC 6901), or `?/` and the query parameter."
                        },
                        "detail": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "pointer",
                        "detail"
                      ],
                      "additionalProperties": false
                    },
                    "description": "What is wrong where."
                  },
                  "requirements": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Requirement"
                    },
                    "description": "What stands in the way of a transition."
                  },
                  "version": {
                    "type": "integer",
                    "description": "The version stored now, where If-Match was stale."
                  }
                },
                "required": [
                  "type",
                  "title",
                  "status",
                  "detail"
                ],
                "additionalProperties": false
              },
              "Requirement": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "description": "By which it is waived and searched."
                  },
                  "say": {
                    "type": "string"
                  },
                  "met": {
                    "type": [
                      "boolean",
                      "null"
                    ],
                    "description": "null where it cannot be told."
                  },
                  "owner": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "reason": {
                    "type": "string",
                    "description": "Why it cannot be told."
                  },
                  "waivable_by": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Role"
                    },
                    "description": "Who may waive it; absent where nobody may."
                  },
                  "waiver": {
                    "$ref": "#/components/schemas/Waiver"
                  }
                },
                "required": [
                  "id",
                  "say",
                  "met",
                  "owner"
                ],
                "additionalProperties": false
              },
              "Transition": {
                "type": "object",
                "properties": {
                  "name": {
                    "type": "string"
                  },
                  "label": {
                    "type": "string"
                  },
                  "to": {
                    "type": "string"
                  },
                  "by": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Role"
                    }
                  },
                  "automatic": {
                    "type": "boolean",
                    "description": "The daemon takes it by itself."
                  },
                  "allowed": {
                    "type": "boolean",
                    "description": "Whether the one who asks may take it now."
                  },
                  "requirements": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Requirement"
                    }
                  }
                },
                "required": [
                  "name",
                  "label",
                  "to",
                  "by",
                  "automatic",
                  "allowed",
                  "requirements"
                ],
                "additionalProperties": false
              },
              "AuthorityInput": {
                "type": "object",
                "properties": {
                  "document": {
                    "type": "string",
                    "description": "What the paper is, such as a surat kuasa."
                  },
                  "number": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "date": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  }
                },
                "required": [
                  "document"
                ],
                "additionalProperties": false
              },
              "SignatoryInput": {
                "type": "object",
                "description": "The official who signs: a name and an office, nothing else about a person.",
                "properties": {
                  "name": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "office": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 300,
                    "pattern": "\\S"
                  },
                  "authority": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/AuthorityInput"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  }
                },
                "required": [
                  "office"
                ],
                "additionalProperties": false
              },
              "PartyInput": {
                "type": "object",
                "properties": {
                  "key": {
                    "type": "string",
                    "description": "Short name inside the agreement; each once.",
                    "minLength": 1,
                    "maxLength": 40,
                    "pattern": "\\S"
                  },
                  "name": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 300,
                    "pattern": "\\S"
                  },
                  "side": {
                    "type": "string",
                    "enum": [
                      "local_government",
                      "bpjs",
                      "other"
                    ]
                  },
                  "required": {
                    "type": [
                      "boolean",
                      "null"
                    ],
                    "default": true,
                    "description": "Whether the agreement waits for this party's signature."
                  },
                  "unit": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "The office that acts for the party."
                  },
                  "signatory": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/SignatoryInput"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "number": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "The party's own document number."
                  }
                },
                "required": [
                  "key",
                  "name",
                  "side"
                ],
                "additionalProperties": false
              },
              "WitnessInput": {
                "type": "object",
                "properties": {
                  "name": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 300,
                    "pattern": "\\S"
                  },
                  "office": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "role": {
                    "type": [
                      "string",
                      "null"
                    ]
                  }
                },
                "required": [
                  "name"
                ],
                "additionalProperties": false
              },
              "FieldInput": {
                "description": "The value of a field that the workflow declares: bare, or with its day and source. Decimals lie within a thousand million, whole numbers within a thousand trillion.",
                "anyOf": [
                  {
                    "type": "string"
                  },
                  {
                    "type": "number",
                    "minimum": -1000000000000000,
                    "maximum": 1000000000000000
                  },
                  {
                    "type": "boolean"
                  },
                  {
                    "type": "object",
                    "properties": {
                      "value": {
                        "anyOf": [
                          {
                            "type": "string"
                          },
                          {
                            "type": "number",
                            "minimum": -1000000000000000,
                            "maximum": 1000000000000000
                          },
                          {
                            "type": "boolean"
                          }
                        ]
                      },
                      "as_of": {
                        "anyOf": [
                          {
                            "$ref": "#/components/schemas/Date"
                          },
                          {
                            "type": "null"
                          }
                        ]
                      },
                      "source": {
                        "type": [
                          "string",
                          "null"
                        ]
                      }
                    },
                    "required": [
                      "value"
                    ],
                    "additionalProperties": false
                  }
                ]
              },
              "NewAgreement": {
                "type": "object",
                "properties": {
                  "workflow": {
                    "type": "string",
                    "description": "Id of a workflow.",
                    "minLength": 1
                  },
                  "kind": {
                    "$ref": "#/components/schemas/Kind"
                  },
                  "program": {
                    "$ref": "#/components/schemas/Programme"
                  },
                  "title": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 500,
                    "pattern": "\\S"
                  },
                  "region": {
                    "$ref": "#/components/schemas/RegionCode"
                  },
                  "ref": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Ref"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "parties": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/PartyInput"
                    },
                    "minItems": 1,
                    "maxItems": 20
                  },
                  "witnesses": {
                    "type": [
                      "array",
                      "null"
                    ],
                    "items": {
                      "$ref": "#/components/schemas/WitnessInput"
                    }
                  },
                  "valid_from": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "valid_until": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "parent": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/AgreementKey"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "renews": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/AgreementKey"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "fields": {
                    "type": [
                      "object",
                      "null"
                    ],
                    "additionalProperties": {
                      "$ref": "#/components/schemas/FieldInput"
                    },
                    "description": "Values of the workflow's fields; see GET /v1/workflows/{id}."
                  },
                  "state": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "To enter a paper in the middle of its life; then `source` is needed."
                  },
                  "source": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Who says so."
                  }
                },
                "required": [
                  "workflow",
                  "kind",
                  "program",
                  "title",
                  "region",
                  "parties"
                ],
                "additionalProperties": false
              },
              "Amendment": {
                "type": "object",
                "description": "What changes; whatever is left out stays.",
                "properties": {
                  "title": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "minLength": 1,
                    "maxLength": 500,
                    "pattern": "\\S"
                  },
                  "valid_from": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "valid_until": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "parties": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/PartyInput"
                    },
                    "minItems": 1,
                    "maxItems": 20,
                    "description": "All of them; a signature stays with its party, and a party that has signed cannot be left out."
                  },
                  "witnesses": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/WitnessInput"
                    }
                  },
                  "source": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Shared by the fields."
                  },
                  "as_of": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "fields": {
                    "type": [
                      "object",
                      "null"
                    ],
                    "additionalProperties": {
                      "$ref": "#/components/schemas/FieldInput"
                    },
                    "description": "Values of the workflow's fields; see GET /v1/workflows/{id}."
                  }
                },
                "additionalProperties": false
              },
              "Advance": {
                "type": "object",
                "properties": {
                  "transition": {
                    "type": "string",
                    "minLength": 1
                  },
                  "reason": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "effective_on": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  }
                },
                "required": [
                  "transition"
                ],
                "additionalProperties": false
              },
              "SignatureInput": {
                "type": "object",
                "properties": {
                  "party": {
                    "type": "string",
                    "description": "A party's key.",
                    "minLength": 1
                  },
                  "signed_on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "number": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "method": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "enum": [
                      "wet",
                      "electronic",
                      null
                    ],
                    "default": "wet"
                  }
                },
                "required": [
                  "party",
                  "signed_on"
                ],
                "additionalProperties": false
              },
              "FundingInput": {
                "type": "object",
                "description": "One line for each year and source; sent again it has come further, and another amount corrects it.",
                "properties": {
                  "source": {
                    "$ref": "#/components/schemas/FundingSource"
                  },
                  "fiscal_year": {
                    "type": "integer",
                    "minimum": 2000,
                    "maximum": 2100
                  },
                  "amount": {
                    "$ref": "#/components/schemas/Rupiah"
                  },
                  "stage": {
                    "$ref": "#/components/schemas/FundingStage"
                  },
                  "reference": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "The paper behind it, such as a DPA number."
                  }
                },
                "required": [
                  "source",
                  "fiscal_year",
                  "amount",
                  "stage"
                ],
                "additionalProperties": false
              },
              "RevisionInput": {
                "type": "object",
                "properties": {
                  "kind": {
                    "$ref": "#/components/schemas/RevisionKind"
                  },
                  "amount": {
                    "description": "The new ceiling.",
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Rupiah"
                      }
                    ]
                  },
                  "effective_on": {
                    "description": "Not in the future.",
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      }
                    ]
                  },
                  "reference": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "The decree or DPA behind it."
                  }
                },
                "required": [
                  "kind",
                  "amount",
                  "effective_on"
                ],
                "additionalProperties": false
              },
              "MembersInput": {
                "type": "object",
                "description": "Heads of one segment over a run of months, both included, ten years at most.",
                "properties": {
                  "segment": {
                    "$ref": "#/components/schemas/Segment"
                  },
                  "from": {
                    "$ref": "#/components/schemas/Month"
                  },
                  "until": {
                    "$ref": "#/components/schemas/Month"
                  },
                  "count": {
                    "type": "integer",
                    "format": "int64",
                    "minimum": 0,
                    "maximum": 1000000000
                  },
                  "source": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "as_of": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "The day it was true; today without it. Of two counts for a month the one that was true later holds."
                  },
                  "wage": {
                    "description": "The monthly wage that contributions are reckoned on, where they are a matter of wages.",
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Rupiah"
                      }
                    ]
                  }
                },
                "required": [
                  "segment",
                  "from",
                  "until",
                  "count"
                ],
                "additionalProperties": false
              },
              "MemberChangeInput": {
                "type": "object",
                "description": "Heads that joined or left a segment in a month; at least one reason. Numbers only, never who they are.",
                "properties": {
                  "segment": {
                    "$ref": "#/components/schemas/Segment"
                  },
                  "month": {
                    "description": "The first month in which it counts.",
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Month"
                      }
                    ]
                  },
                  "additions": {
                    "type": "integer",
                    "description": "Who joined.",
                    "format": "int64",
                    "minimum": 0,
                    "maximum": 1000000000
                  },
                  "deaths": {
                    "type": "integer",
                    "format": "int64",
                    "minimum": 0,
                    "maximum": 1000000000
                  },
                  "moves": {
                    "type": "integer",
                    "description": "To another region or segment.",
                    "format": "int64",
                    "minimum": 0,
                    "maximum": 1000000000
                  },
                  "doubles": {
                    "type": "integer",
                    "description": "Registered twice.",
                    "format": "int64",
                    "minimum": 0,
                    "maximum": 1000000000
                  },
                  "invalid_nik": {
                    "type": "integer",
                    "description": "The NIK does not match the civil registry.",
                    "format": "int64",
                    "minimum": 0,
                    "maximum": 1000000000
                  },
                  "other_removals": {
                    "type": "integer",
                    "format": "int64",
                    "minimum": 0,
                    "maximum": 1000000000
                  },
                  "source": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "as_of": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "The day it was true; today without it. Of two figures for one reason the one that was true later holds."
                  }
                },
                "required": [
                  "segment",
                  "month"
                ],
                "additionalProperties": false,
                "anyOf": [
                  {
                    "required": [
                      "additions"
                    ]
                  },
                  {
                    "required": [
                      "deaths"
                    ]
                  },
                  {
                    "required": [
                      "moves"
                    ]
                  },
                  {
                    "required": [
                      "doubles"
                    ]
                  },
                  {
                    "required": [
                      "invalid_nik"
                    ]
                  },
                  {
                    "required": [
                      "other_removals"
                    ]
                  }
                ]
              },
              "BillInput": {
                "type": "object",
                "properties": {
                  "month": {
                    "$ref": "#/components/schemas/Month"
                  },
                  "amount": {
                    "$ref": "#/components/schemas/Rupiah"
                  },
                  "heads": {
                    "type": "integer",
                    "description": "Heads billed for.",
                    "format": "int64",
                    "minimum": 0,
                    "maximum": 1000000000
                  },
                  "reference": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "stage": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Where it stands already, for a bill that is entered afterwards: a state of the `bill` workflow."
                  },
                  "paid": {
                    "description": "What has been paid of it already.",
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Rupiah"
                      }
                    ]
                  }
                },
                "required": [
                  "month",
                  "amount"
                ],
                "additionalProperties": false
              },
              "BillAdvance": {
                "type": "object",
                "properties": {
                  "transition": {
                    "type": "string",
                    "minLength": 1
                  },
                  "paid": {
                    "type": "integer",
                    "description": "Rupiah paid so far.",
                    "format": "int64",
                    "minimum": 0,
                    "maximum": 1000000000000000
                  },
                  "reference": {
                    "type": [
                      "string",
                      "null"
                    ]
                  }
                },
                "required": [
                  "transition"
                ],
                "additionalProperties": false
              },
              "PaymentInput": {
                "type": "object",
                "properties": {
                  "amount": {
                    "type": "integer",
                    "description": "Whole rupiah.",
                    "format": "int64",
                    "minimum": 1,
                    "maximum": 1000000000000000
                  },
                  "paid_on": {
                    "description": "Not in the future.",
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      }
                    ]
                  },
                  "reference": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "The SP2D's number, or the bank's."
                  }
                },
                "required": [
                  "amount",
                  "paid_on"
                ],
                "additionalProperties": false
              },
              "DocumentInput": {
                "type": "object",
                "description": "That a document exists, and where; never its content.",
                "properties": {
                  "kind": {
                    "type": "string",
                    "description": "What it is, such as `final_draft` or `signed_copy`.",
                    "minLength": 1,
                    "maxLength": 60,
                    "pattern": "\\S"
                  },
                  "title": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 500,
                    "pattern": "\\S"
                  },
                  "dated": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "reference": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Number, address or shelf."
                  },
                  "sha256": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "pattern": "^[0-9A-Fa-f]{64}$"
                  },
                  "note": {
                    "type": [
                      "string",
                      "null"
                    ]
                  }
                },
                "required": [
                  "kind",
                  "title"
                ],
                "additionalProperties": false
              },
              "NoteInput": {
                "type": "object",
                "properties": {
                  "kind": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "enum": [
                      "comment",
                      "context",
                      "missing",
                      "inconsistency",
                      null
                    ],
                    "default": "comment"
                  },
                  "text": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 4000,
                    "pattern": "\\S"
                  }
                },
                "required": [
                  "text"
                ],
                "additionalProperties": false
              },
              "ResolutionInput": {
                "type": "object",
                "properties": {
                  "finding": {
                    "type": "string",
                    "description": "The finding's key, such as `budget_short:2021`."
                  },
                  "reason": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 2000,
                    "pattern": "\\S"
                  }
                },
                "required": [
                  "finding",
                  "reason"
                ],
                "additionalProperties": false
              },
              "CoverageInput": {
                "type": "object",
                "description": "At least one of the five.",
                "properties": {
                  "as_of": {
                    "type": "string",
                    "description": "A date, a month or a year.",
                    "pattern": "^(19[0-9]{2}|2[01][0-9]{2}|2200)(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
                  },
                  "percent": {
                    "type": [
                      "number",
                      "null"
                    ],
                    "description": "As printed; may be more than 100.",
                    "minimum": 0,
                    "maximum": 100000
                  },
                  "registered": {
                    "type": "integer",
                    "format": "int64",
                    "minimum": 0,
                    "maximum": 1000000000
                  },
                  "active": {
                    "type": "integer",
                    "description": "Of the registered, those whose membership is active.",
                    "format": "int64",
                    "minimum": 0,
                    "maximum": 1000000000
                  },
                  "residents": {
                    "type": "integer",
                    "format": "int64",
                    "minimum": 0,
                    "maximum": 1000000000
                  },
                  "scheme": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "What BPJS Kesehatan has granted: `prioritas`, covered the same day; `cut_off`, after about a month.",
                    "enum": [
                      "prioritas",
                      "cut_off",
                      null
                    ]
                  },
                  "source": {
                    "type": [
                      "string",
                      "null"
                    ]
                  }
                },
                "required": [
                  "as_of"
                ],
                "additionalProperties": false,
                "anyOf": [
                  {
                    "required": [
                      "percent"
                    ],
                    "properties": {
                      "percent": {
                        "not": {
                          "type": "null"
                        }
                      }
                    }
                  },
                  {
                    "required": [
                      "registered"
                    ]
                  },
                  {
                    "required": [
                      "active"
                    ]
                  },
                  {
                    "required": [
                      "residents"
                    ]
                  },
                  {
                    "required": [
                      "scheme"
                    ],
                    "properties": {
                      "scheme": {
                        "not": {
                          "type": "null"
                        }
                      }
                    }
                  }
                ]
              },
              "RatesPreviewInput": {
                "type": "object",
                "properties": {
                  "csv": {
                    "type": "string",
                    "description": "The whole proposed file, as `Config/rates.csv` would be."
                  }
                },
                "required": [
                  "csv"
                ],
                "additionalProperties": false
              },
              "NewCalendar": {
                "type": "object",
                "description": "Exactly one of `person`, `region` and `agreement`.",
                "properties": {
                  "person": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "A person's name or id."
                  },
                  "region": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "A region's code, or `00` for the nation."
                  },
                  "agreement": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "An agreement's id or ref."
                  },
                  "language": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "enum": [
                      "id",
                      "en",
                      null
                    ],
                    "description": "What language the calendar is in; without it that of Accept-Language."
                  }
                },
                "additionalProperties": false
              },
              "Calendar": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "pattern": "^cal_"
                  },
                  "scope": {
                    "type": "object",
                    "description": "Whose deadlines: one of these.",
                    "properties": {
                      "person": {
                        "type": "string",
                        "description": "The person's id."
                      },
                      "region": {
                        "type": "string"
                      },
                      "agreement": {
                        "type": "string",
                        "description": "The agreement's id."
                      }
                    },
                    "minProperties": 1,
                    "maxProperties": 1,
                    "additionalProperties": false
                  },
                  "name": {
                    "type": "string",
                    "description": "Of the person or the region, or the agreement's title."
                  },
                  "language": {
                    "type": "string",
                    "enum": [
                      "id",
                      "en"
                    ]
                  },
                  "url": {
                    "type": "string",
                    "description": "The secret address; only in the answer to its making."
                  },
                  "created_by": {
                    "$ref": "#/components/schemas/Actor"
                  },
                  "created_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "revoked_at": {
                    "$ref": "#/components/schemas/Moment"
                  }
                },
                "required": [
                  "id",
                  "scope",
                  "name",
                  "language",
                  "created_by",
                  "created_at"
                ],
                "additionalProperties": false
              },
              "CalendarPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Calendar"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "NewEndpoint": {
                "type": "object",
                "description": "Every key may be left out.",
                "properties": {
                  "url": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Where to send: https, or http where `allow` is given. Without it, or with null, nothing is sent and the endpoint only pulls its feed.",
                    "minLength": 8,
                    "maxLength": 2000,
                    "pattern": "^https?://"
                  },
                  "events": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/EventFilter"
                    },
                    "description": "Which events it is told. Without it all.",
                    "minItems": 1,
                    "maxItems": 600,
                    "default": [
                      "*"
                    ]
                  },
                  "regions": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/RegionCode"
                    },
                    "description": "Only about these regions and what is inside them; empty for all that the token may see.",
                    "maxItems": 600,
                    "default": []
                  },
                  "kinds": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Kind"
                    },
                    "description": "Only about papers of these kinds, and what is about none; empty for all.",
                    "maxItems": 600,
                    "default": []
                  },
                  "condition": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "An expression (CEL) that must be true, over `type`, `region`, `ref`, `kind`, `actor`, `seq`, `effective_on`, `timestamp` and `data`; `date('2026-12-31')` makes a date of a text. What cannot be told of an event is not true. null: none.",
                    "minLength": 1,
                    "maxLength": 2000
                  },
                  "format": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "How an event is written: `standard` as Standard Webhooks 1.0.0 does, `cloudevents_…` as CloudEvents 1.0 in the structured, binary or batch mode of its HTTP binding.",
                    "enum": [
                      "standard",
                      "cloudevents_structured",
                      "cloudevents_binary",
                      "cloudevents_batch",
                      null
                    ],
                    "default": "standard"
                  },
                  "thin": {
                    "type": [
                      "boolean",
                      "null"
                    ],
                    "description": "Tells only what happened to what; `GET /v1/events/{id}` has the rest.",
                    "default": false
                  },
                  "allow": {
                    "type": "array",
                    "items": {
                      "type": "string",
                      "description": "A CIDR range.",
                      "examples": [
                        "10.20.0.0/16"
                      ]
                    },
                    "description": "Inner addresses allowed in spite of the address rules; an admin's word only.",
                    "maxItems": 600,
                    "default": []
                  },
                  "in_flight": {
                    "type": "integer",
                    "description": "Requests at one time.",
                    "minimum": 1,
                    "maximum": 32,
                    "default": 8
                  },
                  "per_minute": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "description": "Requests a minute; null or 0 for as many as it bears.",
                    "minimum": 0,
                    "maximum": 1000000
                  },
                  "timeout_seconds": {
                    "type": "integer",
                    "description": "Seconds for one whole exchange, from the connection to the last byte of the answer.",
                    "minimum": 1,
                    "maximum": 30,
                    "default": 15
                  },
                  "batch": {
                    "type": "integer",
                    "description": "Events in one request of `cloudevents_batch`.",
                    "minimum": 1,
                    "maximum": 100,
                    "default": 100
                  },
                  "http_version": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "HTTP/2 goes over https only.",
                    "enum": [
                      "1.1",
                      "2",
                      null
                    ],
                    "default": "1.1"
                  },
                  "ca": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Authorities to trust in place of the system's, in PEM, 65,536 bytes at most; null: the system's.",
                    "maxLength": 65536,
                    "pattern": "-----BEGIN [^-]*CERTIFICATE-----"
                  },
                  "client_certificate": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "What to show a receiver that asks who we are, in PEM, 65,536 bytes at most; comes with `client_key`. null: none.",
                    "maxLength": 65536,
                    "pattern": "-----BEGIN [^-]*CERTIFICATE-----"
                  },
                  "client_key": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "The key of `client_certificate`, in PEM, 65,536 bytes at most; kept sealed and never answered.",
                    "maxLength": 65536,
                    "pattern": "-----BEGIN [^-]*PRIVATE KEY-----",
                    "writeOnly": true
                  },
                  "enabled": {
                    "type": [
                      "boolean",
                      "null"
                    ],
                    "description": "Off, deliveries are held.",
                    "default": true
                  },
                  "key": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Which kind of key signs: `hmac` (HMAC-SHA256, `v1`) is shared with the receiver, of `ed25519` (`v1a`) it needs the public half only.",
                    "enum": [
                      "hmac",
                      "ed25519",
                      null
                    ],
                    "default": "hmac"
                  }
                },
                "additionalProperties": false
              },
              "EndpointChange": {
                "type": "object",
                "description": "What is left out stays as it is.",
                "properties": {
                  "url": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Where to send: https, or http where `allow` is given. null: nothing is sent any more and the endpoint only pulls its feed.",
                    "minLength": 8,
                    "maxLength": 2000,
                    "pattern": "^https?://"
                  },
                  "events": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/EventFilter"
                    },
                    "description": "Which events it is told.",
                    "minItems": 1,
                    "maxItems": 600
                  },
                  "regions": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/RegionCode"
                    },
                    "description": "Only about these regions and what is inside them; empty for all that the token may see.",
                    "maxItems": 600
                  },
                  "kinds": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Kind"
                    },
                    "description": "Only about papers of these kinds, and what is about none; empty for all.",
                    "maxItems": 600
                  },
                  "condition": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "An expression (CEL) that must be true, over `type`, `region`, `ref`, `kind`, `actor`, `seq`, `effective_on`, `timestamp` and `data`; `date('2026-12-31')` makes a date of a text. What cannot be told of an event is not true. null: none.",
                    "minLength": 1,
                    "maxLength": 2000
                  },
                  "format": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "How an event is written: `standard` as Standard Webhooks 1.0.0 does, `cloudevents_…` as CloudEvents 1.0 in the structured, binary or batch mode of its HTTP binding.",
                    "enum": [
                      "standard",
                      "cloudevents_structured",
                      "cloudevents_binary",
                      "cloudevents_batch",
                      null
                    ]
                  },
                  "thin": {
                    "type": [
                      "boolean",
                      "null"
                    ],
                    "description": "Tells only what happened to what; `GET /v1/events/{id}` has the rest."
                  },
                  "allow": {
                    "type": "array",
                    "items": {
                      "type": "string",
                      "description": "A CIDR range.",
                      "examples": [
                        "10.20.0.0/16"
                      ]
                    },
                    "description": "Inner addresses allowed in spite of the address rules; an admin's word only.",
                    "maxItems": 600
                  },
                  "in_flight": {
                    "type": "integer",
                    "description": "Requests at one time.",
                    "minimum": 1,
                    "maximum": 32
                  },
                  "per_minute": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "description": "Requests a minute; null or 0 for as many as it bears.",
                    "minimum": 0,
                    "maximum": 1000000
                  },
                  "timeout_seconds": {
                    "type": "integer",
                    "description": "Seconds for one whole exchange, from the connection to the last byte of the answer.",
                    "minimum": 1,
                    "maximum": 30
                  },
                  "batch": {
                    "type": "integer",
                    "description": "Events in one request of `cloudevents_batch`.",
                    "minimum": 1,
                    "maximum": 100
                  },
                  "http_version": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "HTTP/2 goes over https only.",
                    "enum": [
                      "1.1",
                      "2",
                      null
                    ]
                  },
                  "ca": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Authorities to trust in place of the system's, in PEM, 65,536 bytes at most; null: the system's.",
                    "maxLength": 65536,
                    "pattern": "-----BEGIN [^-]*CERTIFICATE-----"
                  },
                  "client_certificate": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "What to show a receiver that asks who we are, in PEM, 65,536 bytes at most; comes with `client_key`. null: none.",
                    "maxLength": 65536,
                    "pattern": "-----BEGIN [^-]*CERTIFICATE-----"
                  },
                  "client_key": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "The key of `client_certificate`, in PEM, 65,536 bytes at most; kept sealed and never answered.",
                    "maxLength": 65536,
                    "pattern": "-----BEGIN [^-]*PRIVATE KEY-----",
                    "writeOnly": true
                  },
                  "enabled": {
                    "type": [
                      "boolean",
                      "null"
                    ],
                    "description": "Off, deliveries are held. On again, they go out, unless a receiver answers 410 once more."
                  }
                },
                "additionalProperties": false
              },
              "ClockMove": {
                "type": "object",
                "description": "One of the two; `to` wins.",
                "properties": {
                  "advance": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "An ISO 8601 length.",
                    "examples": [
                      "P30D"
                    ]
                  },
                  "to": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  }
                },
                "additionalProperties": false
              },
              "Snooze": {
                "type": "object",
                "properties": {
                  "until": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      }
                    ],
                    "description": "Before the end of the working day before the deadline."
                  },
                  "reason": {
                    "type": "string",
                    "description": "Why; kept on record.",
                    "minLength": 1,
                    "maxLength": 500
                  }
                },
                "required": [
                  "until",
                  "reason"
                ],
                "additionalProperties": false
              },
              "Nothing": {
                "type": "object",
                "description": "No keys; the body may also be left out.",
                "properties": {},
                "additionalProperties": false
              },
              "Authority": {
                "type": "object",
                "properties": {
                  "document": {
                    "type": "string"
                  },
                  "number": {
                    "type": "string"
                  },
                  "date": {
                    "$ref": "#/components/schemas/Date"
                  }
                },
                "required": [
                  "document"
                ],
                "additionalProperties": false
              },
              "Signatory": {
                "type": "object",
                "properties": {
                  "name": {
                    "type": "string"
                  },
                  "office": {
                    "type": "string"
                  },
                  "authority": {
                    "$ref": "#/components/schemas/Authority"
                  }
                },
                "required": [
                  "office"
                ],
                "additionalProperties": false
              },
              "Signature": {
                "type": "object",
                "properties": {
                  "signed_on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "method": {
                    "type": "string",
                    "enum": [
                      "wet",
                      "electronic"
                    ]
                  }
                },
                "required": [
                  "signed_on",
                  "method"
                ],
                "additionalProperties": false
              },
              "Party": {
                "type": "object",
                "properties": {
                  "key": {
                    "type": "string"
                  },
                  "name": {
                    "type": "string"
                  },
                  "side": {
                    "type": "string",
                    "enum": [
                      "local_government",
                      "bpjs",
                      "other"
                    ]
                  },
                  "required": {
                    "type": "boolean"
                  },
                  "unit": {
                    "type": "string"
                  },
                  "signatory": {
                    "$ref": "#/components/schemas/Signatory"
                  },
                  "number": {
                    "type": "string"
                  },
                  "signature": {
                    "$ref": "#/components/schemas/Signature"
                  }
                },
                "required": [
                  "key",
                  "name",
                  "side",
                  "required"
                ],
                "additionalProperties": false
              },
              "Witness": {
                "type": "object",
                "properties": {
                  "name": {
                    "type": "string"
                  },
                  "office": {
                    "type": "string"
                  },
                  "role": {
                    "type": "string"
                  }
                },
                "required": [
                  "name"
                ],
                "additionalProperties": false
              },
              "Figure": {
                "type": "object",
                "description": "A value, the day it was true, and who says so.",
                "properties": {
                  "value": {
                    "anyOf": [
                      {
                        "type": "string"
                      },
                      {
                        "type": "number"
                      },
                      {
                        "type": "boolean"
                      }
                    ]
                  },
                  "as_of": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "source": {
                    "type": "string"
                  }
                },
                "required": [
                  "value"
                ],
                "additionalProperties": false
              },
              "FundingLine": {
                "type": "object",
                "properties": {
                  "source": {
                    "$ref": "#/components/schemas/FundingSource"
                  },
                  "fiscal_year": {
                    "type": "integer"
                  },
                  "amount": {
                    "type": "integer",
                    "description": "The ceiling in force, after all revisions.",
                    "format": "int64"
                  },
                  "stage": {
                    "$ref": "#/components/schemas/FundingStage"
                  },
                  "reference": {
                    "type": "string"
                  },
                  "original": {
                    "type": "integer",
                    "description": "The ceiling before the first revision; absent where there was none.",
                    "format": "int64"
                  },
                  "revisions": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/BudgetRevision"
                    },
                    "description": "By the day from which each holds; absent where there is none.",
                    "minItems": 1
                  }
                },
                "required": [
                  "source",
                  "fiscal_year",
                  "amount",
                  "stage"
                ],
                "additionalProperties": false
              },
              "BudgetRevision": {
                "type": "object",
                "properties": {
                  "kind": {
                    "$ref": "#/components/schemas/RevisionKind"
                  },
                  "amount": {
                    "type": "integer",
                    "description": "The new ceiling.",
                    "format": "int64"
                  },
                  "effective_on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "reference": {
                    "type": "string",
                    "description": "The decree or DPA behind it."
                  }
                },
                "required": [
                  "kind",
                  "amount",
                  "effective_on"
                ],
                "additionalProperties": false
              },
              "MemberCount": {
                "type": "object",
                "properties": {
                  "segment": {
                    "$ref": "#/components/schemas/Segment"
                  },
                  "from": {
                    "$ref": "#/components/schemas/Month"
                  },
                  "until": {
                    "$ref": "#/components/schemas/Month"
                  },
                  "count": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "source": {
                    "type": "string"
                  },
                  "as_of": {
                    "description": "The day it was true.",
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      }
                    ]
                  },
                  "wage": {
                    "type": "integer",
                    "description": "The monthly wage that contributions are reckoned on.",
                    "format": "int64"
                  }
                },
                "required": [
                  "segment",
                  "from",
                  "until",
                  "count"
                ],
                "additionalProperties": false
              },
              "MemberChange": {
                "type": "object",
                "description": "Heads that joined or left a segment in a month; a reason that is absent is not spoken of.",
                "properties": {
                  "segment": {
                    "$ref": "#/components/schemas/Segment"
                  },
                  "month": {
                    "description": "The first month in which it counts.",
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Month"
                      }
                    ]
                  },
                  "additions": {
                    "type": "integer",
                    "description": "Who joined.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "deaths": {
                    "type": "integer",
                    "format": "int64",
                    "minimum": 0
                  },
                  "moves": {
                    "type": "integer",
                    "description": "To another region or segment.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "doubles": {
                    "type": "integer",
                    "description": "Registered twice.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "invalid_nik": {
                    "type": "integer",
                    "description": "The NIK does not match the civil registry.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "other_removals": {
                    "type": "integer",
                    "format": "int64",
                    "minimum": 0
                  },
                  "source": {
                    "type": "string"
                  },
                  "as_of": {
                    "description": "The day it was true.",
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      }
                    ]
                  }
                },
                "required": [
                  "segment",
                  "month"
                ],
                "additionalProperties": false
              },
              "Bill": {
                "type": "object",
                "properties": {
                  "month": {
                    "$ref": "#/components/schemas/Month"
                  },
                  "amount": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "heads": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "due_on": {
                    "type": "string",
                    "description": "The last day to pay.",
                    "format": "date"
                  },
                  "stage": {
                    "type": "string",
                    "description": "A state of the `bill` workflow."
                  },
                  "paid": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "reference": {
                    "type": "string"
                  },
                  "payments": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Payment"
                    },
                    "description": "In the order they were entered; absent where there is none.",
                    "minItems": 1
                  }
                },
                "required": [
                  "month",
                  "amount",
                  "due_on",
                  "stage",
                  "paid"
                ],
                "additionalProperties": false
              },
              "Payment": {
                "type": "object",
                "description": "Money that has reached BPJS for one bill, in whole or in part.",
                "properties": {
                  "amount": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "paid_on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "reference": {
                    "type": "string",
                    "description": "The SP2D's number, or the bank's."
                  }
                },
                "required": [
                  "amount",
                  "paid_on"
                ],
                "additionalProperties": false
              },
              "Document": {
                "type": "object",
                "properties": {
                  "kind": {
                    "type": "string"
                  },
                  "title": {
                    "type": "string"
                  },
                  "dated": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "reference": {
                    "type": "string"
                  },
                  "sha256": {
                    "type": "string",
                    "pattern": "^[0-9a-f]{64}$"
                  },
                  "note": {
                    "type": "string"
                  }
                },
                "required": [
                  "kind",
                  "title"
                ],
                "additionalProperties": false
              },
              "Note": {
                "type": "object",
                "properties": {
                  "kind": {
                    "type": "string",
                    "enum": [
                      "comment",
                      "context",
                      "missing",
                      "inconsistency"
                    ]
                  },
                  "text": {
                    "type": "string"
                  }
                },
                "required": [
                  "kind",
                  "text"
                ],
                "additionalProperties": false
              },
              "Move": {
                "type": "object",
                "properties": {
                  "transition": {
                    "type": "string"
                  },
                  "from": {
                    "type": "string"
                  },
                  "to": {
                    "type": "string"
                  },
                  "on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "by": {
                    "$ref": "#/components/schemas/Actor"
                  }
                },
                "required": [
                  "transition",
                  "from",
                  "to",
                  "on",
                  "by"
                ],
                "additionalProperties": false
              },
              "Finding": {
                "type": "object",
                "description": "Something that does not add up.",
                "properties": {
                  "code": {
                    "type": "string",
                    "examples": [
                      "budget_short"
                    ]
                  },
                  "key": {
                    "type": "string",
                    "description": "Tells one finding of a kind from another; by it a finding is resolved.",
                    "examples": [
                      "budget_short:2021"
                    ]
                  },
                  "say": {
                    "type": "string"
                  },
                  "numbers": {
                    "type": "object",
                    "description": "The numbers that show it."
                  },
                  "resolution": {
                    "type": "object",
                    "description": "Why it may stand as it is, and who says so. It holds while the numbers are the same; absent while the finding is open.",
                    "properties": {
                      "reason": {
                        "type": "string"
                      },
                      "by": {
                        "$ref": "#/components/schemas/Actor"
                      },
                      "on": {
                        "$ref": "#/components/schemas/Date"
                      }
                    },
                    "required": [
                      "reason",
                      "by",
                      "on"
                    ],
                    "additionalProperties": false
                  }
                },
                "required": [
                  "code",
                  "key",
                  "say",
                  "numbers"
                ],
                "additionalProperties": false
              },
              "Resolution": {
                "type": "object",
                "description": "Somebody has looked into a finding and says why it may stand.",
                "properties": {
                  "finding": {
                    "type": "string",
                    "description": "The finding's key."
                  },
                  "numbers": {
                    "type": "object",
                    "description": "The numbers it was given for; with others the finding is open again."
                  },
                  "reason": {
                    "type": "string"
                  },
                  "by": {
                    "$ref": "#/components/schemas/Actor"
                  },
                  "on": {
                    "$ref": "#/components/schemas/Date"
                  }
                },
                "required": [
                  "finding",
                  "numbers",
                  "reason",
                  "by",
                  "on"
                ],
                "additionalProperties": false
              },
              "AgreementRecord": {
                "type": "object",
                "description": "An agreement as the ledger keeps it.",
                "properties": {
                  "id": {
                    "type": "string",
                    "pattern": "^agr_"
                  },
                  "ref": {
                    "type": "string"
                  },
                  "workflow": {
                    "type": "object",
                    "properties": {
                      "id": {
                        "type": "string"
                      },
                      "structure": {
                        "type": "string",
                        "description": "Hash of the workflow's structure."
                      }
                    },
                    "required": [
                      "id",
                      "structure"
                    ],
                    "additionalProperties": false
                  },
                  "kind": {
                    "$ref": "#/components/schemas/Kind"
                  },
                  "program": {
                    "$ref": "#/components/schemas/Programme"
                  },
                  "title": {
                    "type": "string"
                  },
                  "region": {
                    "type": "string"
                  },
                  "parties": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Party"
                    }
                  },
                  "witnesses": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Witness"
                    }
                  },
                  "valid_from": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "valid_until": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "parent": {
                    "type": "string"
                  },
                  "renews": {
                    "type": "string"
                  },
                  "source": {
                    "type": "string"
                  },
                  "state": {
                    "type": "string"
                  },
                  "phase": {
                    "$ref": "#/components/schemas/Phase"
                  },
                  "entered": {
                    "type": "object",
                    "description": "When the present state began, and who moved it there.",
                    "properties": {
                      "on": {
                        "$ref": "#/components/schemas/Date"
                      },
                      "at": {
                        "$ref": "#/components/schemas/Moment"
                      },
                      "by": {
                        "$ref": "#/components/schemas/Actor"
                      }
                    },
                    "required": [
                      "on",
                      "at",
                      "by"
                    ],
                    "additionalProperties": false
                  },
                  "moves": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Move"
                    },
                    "description": "Every move so far, oldest first."
                  },
                  "fields": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Figure"
                      }
                    },
                    "description": "Every figure on record, the newest last."
                  },
                  "funding": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/FundingLine"
                    }
                  },
                  "members": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/MemberCount"
                    }
                  },
                  "member_changes": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/MemberChange"
                    },
                    "description": "Who joined and left, month by month."
                  },
                  "bills": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Bill"
                    }
                  },
                  "documents": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Document"
                    }
                  },
                  "notes": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Note"
                    }
                  },
                  "told": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "object"
                    },
                    "description": "The numbers of findings when they were last told about, by their key."
                  },
                  "resolutions": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Resolution"
                    },
                    "description": "Findings that somebody has settled."
                  },
                  "acknowledgements": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Acknowledgement"
                    },
                    "description": "Who is on it: the last answer to a reminder of each stage."
                  },
                  "version": {
                    "type": "integer",
                    "description": "The entity tag of the record.",
                    "minimum": 1
                  },
                  "created_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "updated_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "waivers": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Waiver"
                    },
                    "description": "What has been waived in the present state."
                  },
                  "courses": {
                    "type": "object",
                    "additionalProperties": {
                      "$ref": "#/components/schemas/Course"
                    },
                    "description": "By the key of a bill or a funding line, such as `bill/2026-03` or `funding/apbd_ii-2026`."
                  }
                },
                "required": [
                  "id",
                  "workflow",
                  "kind",
                  "program",
                  "title",
                  "region",
                  "parties",
                  "witnesses",
                  "state",
                  "phase",
                  "entered",
                  "moves",
                  "fields",
                  "funding",
                  "members",
                  "member_changes",
                  "bills",
                  "documents",
                  "notes",
                  "told",
                  "resolutions",
                  "version",
                  "created_at",
                  "updated_at",
                  "waivers",
                  "courses"
                ],
                "additionalProperties": false
              },
              "AgreementSummary": {
                "type": "object",
                "description": "An agreement in a list.",
                "properties": {
                  "id": {
                    "type": "string",
                    "pattern": "^agr_"
                  },
                  "ref": {
                    "type": "string"
                  },
                  "workflow": {
                    "type": "object",
                    "properties": {
                      "id": {
                        "type": "string"
                      },
                      "structure": {
                        "type": "string",
                        "description": "Hash of the workflow's structure."
                      }
                    },
                    "required": [
                      "id",
                      "structure"
                    ],
                    "additionalProperties": false
                  },
                  "kind": {
                    "$ref": "#/components/schemas/Kind"
                  },
                  "program": {
                    "$ref": "#/components/schemas/Programme"
                  },
                  "title": {
                    "type": "string"
                  },
                  "region": {
                    "type": "string"
                  },
                  "parties": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Party"
                    }
                  },
                  "witnesses": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Witness"
                    }
                  },
                  "valid_from": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "valid_until": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "parent": {
                    "type": "string"
                  },
                  "renews": {
                    "type": "string"
                  },
                  "source": {
                    "type": "string"
                  },
                  "state": {
                    "type": "string"
                  },
                  "phase": {
                    "$ref": "#/components/schemas/Phase"
                  },
                  "entered": {
                    "type": "object",
                    "description": "When the present state began, and who moved it there.",
                    "properties": {
                      "on": {
                        "$ref": "#/components/schemas/Date"
                      },
                      "at": {
                        "$ref": "#/components/schemas/Moment"
                      },
                      "by": {
                        "$ref": "#/components/schemas/Actor"
                      }
                    },
                    "required": [
                      "on",
                      "at",
                      "by"
                    ],
                    "additionalProperties": false
                  },
                  "moves": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Move"
                    },
                    "description": "Every move so far, oldest first."
                  },
                  "fields": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Figure"
                      }
                    },
                    "description": "Every figure on record, the newest last."
                  },
                  "funding": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/FundingLine"
                    }
                  },
                  "members": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/MemberCount"
                    }
                  },
                  "member_changes": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/MemberChange"
                    },
                    "description": "Who joined and left, month by month."
                  },
                  "bills": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Bill"
                    }
                  },
                  "documents": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Document"
                    }
                  },
                  "notes": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Note"
                    }
                  },
                  "told": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "object"
                    },
                    "description": "The numbers of findings when they were last told about, by their key."
                  },
                  "resolutions": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Resolution"
                    },
                    "description": "Findings that somebody has settled."
                  },
                  "acknowledgements": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Acknowledgement"
                    },
                    "description": "Who is on it: the last answer to a reminder of each stage."
                  },
                  "version": {
                    "type": "integer",
                    "description": "The entity tag of the record.",
                    "minimum": 1
                  },
                  "created_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "updated_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "region_name": {
                    "type": "string"
                  },
                  "state_label": {
                    "type": "string"
                  },
                  "waiting_on": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Role"
                    }
                  },
                  "deadline": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "findings_count": {
                    "type": "integer",
                    "description": "How many findings are open.",
                    "minimum": 0
                  },
                  "waivers": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Waiver"
                    },
                    "description": "What has been waived in the present state."
                  },
                  "courses": {
                    "type": "object",
                    "additionalProperties": {
                      "$ref": "#/components/schemas/Course"
                    },
                    "description": "By the key of a bill or a funding line, such as `bill/2026-03` or `funding/apbd_ii-2026`."
                  }
                },
                "required": [
                  "id",
                  "workflow",
                  "kind",
                  "program",
                  "title",
                  "region",
                  "parties",
                  "witnesses",
                  "state",
                  "phase",
                  "entered",
                  "moves",
                  "fields",
                  "funding",
                  "members",
                  "member_changes",
                  "bills",
                  "documents",
                  "notes",
                  "told",
                  "resolutions",
                  "version",
                  "created_at",
                  "updated_at",
                  "state_label",
                  "waiting_on",
                  "findings_count",
                  "waivers",
                  "courses"
                ],
                "additionalProperties": false
              },
              "Agreement": {
                "type": "object",
                "description": "An agreement with what it waits for, what can be done and what does not add up.",
                "properties": {
                  "id": {
                    "type": "string",
                    "pattern": "^agr_"
                  },
                  "ref": {
                    "type": "string"
                  },
                  "workflow": {
                    "type": "object",
                    "properties": {
                      "id": {
                        "type": "string"
                      },
                      "structure": {
                        "type": "string",
                        "description": "Hash of the workflow's structure."
                      }
                    },
                    "required": [
                      "id",
                      "structure"
                    ],
                    "additionalProperties": false
                  },
                  "kind": {
                    "$ref": "#/components/schemas/Kind"
                  },
                  "program": {
                    "$ref": "#/components/schemas/Programme"
                  },
                  "title": {
                    "type": "string"
                  },
                  "region": {
                    "type": "string"
                  },
                  "parties": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Party"
                    }
                  },
                  "witnesses": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Witness"
                    }
                  },
                  "valid_from": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "valid_until": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "parent": {
                    "type": "string"
                  },
                  "renews": {
                    "type": "string"
                  },
                  "source": {
                    "type": "string"
                  },
                  "state": {
                    "type": "string"
                  },
                  "phase": {
                    "$ref": "#/components/schemas/Phase"
                  },
                  "entered": {
                    "type": "object",
                    "description": "When the present state began, and who moved it there.",
                    "properties": {
                      "on": {
                        "$ref": "#/components/schemas/Date"
                      },
                      "at": {
                        "$ref": "#/components/schemas/Moment"
                      },
                      "by": {
                        "$ref": "#/components/schemas/Actor"
                      }
                    },
                    "required": [
                      "on",
                      "at",
                      "by"
                    ],
                    "additionalProperties": false
                  },
                  "moves": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Move"
                    },
                    "description": "Every move so far, oldest first."
                  },
                  "fields": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Figure"
                      }
                    },
                    "description": "Every figure on record, the newest last."
                  },
                  "funding": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/FundingLine"
                    }
                  },
                  "members": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/MemberCount"
                    }
                  },
                  "member_changes": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/MemberChange"
                    },
                    "description": "Who joined and left, month by month."
                  },
                  "bills": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Bill"
                    }
                  },
                  "documents": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Document"
                    }
                  },
                  "notes": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Note"
                    }
                  },
                  "told": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "object"
                    },
                    "description": "The numbers of findings when they were last told about, by their key."
                  },
                  "resolutions": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Resolution"
                    },
                    "description": "Findings that somebody has settled."
                  },
                  "acknowledgements": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Acknowledgement"
                    },
                    "description": "Who is on it: the last answer to a reminder of each stage."
                  },
                  "version": {
                    "type": "integer",
                    "description": "The entity tag of the record.",
                    "minimum": 1
                  },
                  "created_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "updated_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "region_name": {
                    "type": "string"
                  },
                  "state_label": {
                    "type": "string"
                  },
                  "waiting_on": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Role"
                    }
                  },
                  "deadline": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "findings_count": {
                    "type": "integer",
                    "description": "How many findings are open.",
                    "minimum": 0
                  },
                  "transitions": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Transition"
                    }
                  },
                  "findings": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Finding"
                    }
                  },
                  "waivers": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Waiver"
                    },
                    "description": "What has been waived in the present state."
                  },
                  "courses": {
                    "type": "object",
                    "additionalProperties": {
                      "$ref": "#/components/schemas/Course"
                    },
                    "description": "By the key of a bill or a funding line, such as `bill/2026-03` or `funding/apbd_ii-2026`."
                  }
                },
                "required": [
                  "id",
                  "workflow",
                  "kind",
                  "program",
                  "title",
                  "region",
                  "parties",
                  "witnesses",
                  "state",
                  "phase",
                  "entered",
                  "moves",
                  "fields",
                  "funding",
                  "members",
                  "member_changes",
                  "bills",
                  "documents",
                  "notes",
                  "told",
                  "resolutions",
                  "version",
                  "created_at",
                  "updated_at",
                  "state_label",
                  "waiting_on",
                  "findings_count",
                  "waivers",
                  "courses"
                ],
                "additionalProperties": false
              },
              "Runway": {
                "type": "object",
                "properties": {
                  "year": {
                    "type": "integer"
                  },
                  "needed": {
                    "type": "integer",
                    "description": "What the members on record cost the region.",
                    "format": "int64"
                  },
                  "available": {
                    "type": "integer",
                    "description": "Enacted funding, after all revisions.",
                    "format": "int64"
                  },
                  "proposed": {
                    "type": "integer",
                    "description": "Funding not voted yet.",
                    "format": "int64"
                  },
                  "shortfall": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "surplus": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "runs_out_in": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Month"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "The first month that the money does not pay in full; null if it lasts."
                  },
                  "people_carried": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "description": "Heads the money pays for in all the months that have members.",
                    "format": "int64"
                  },
                  "months_carried": {
                    "type": [
                      "number",
                      "null"
                    ],
                    "description": "How many months the money pays for; beyond the year it goes on at the last month's cost.",
                    "examples": [
                      11.28
                    ]
                  },
                  "months": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "month": {
                          "$ref": "#/components/schemas/Month"
                        },
                        "members": {
                          "type": "integer",
                          "format": "int64"
                        },
                        "needed": {
                          "type": "integer",
                          "format": "int64"
                        },
                        "left": {
                          "type": "integer",
                          "description": "Money left at the end of the month; may be negative.",
                          "format": "int64"
                        },
                        "billed": {
                          "type": "integer",
                          "description": "Absent where there is no bill.",
                          "format": "int64"
                        },
                        "paid": {
                          "type": "integer",
                          "description": "Absent where there is no bill.",
                          "format": "int64"
                        }
                      },
                      "required": [
                        "month",
                        "members",
                        "needed",
                        "left"
                      ],
                      "additionalProperties": false
                    },
                    "minItems": 12,
                    "maxItems": 12
                  },
                  "unpriced": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Segment"
                    },
                    "description": "Segments with members but without a rate that is known."
                  },
                  "outlook": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Outlook"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "The same sum forward from what was really billed; null while there is no bill."
                  }
                },
                "required": [
                  "year",
                  "needed",
                  "available",
                  "proposed",
                  "shortfall",
                  "surplus",
                  "runs_out_in",
                  "people_carried",
                  "months_carried",
                  "months",
                  "unpriced",
                  "outlook"
                ],
                "additionalProperties": false
              },
              "Outlook": {
                "type": "object",
                "properties": {
                  "billed": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "paid": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "owed": {
                    "type": "integer",
                    "description": "Billed in this year and not paid.",
                    "format": "int64"
                  },
                  "owed_before": {
                    "type": "integer",
                    "description": "Unpaid bills of earlier years, which this year's money pays.",
                    "format": "int64"
                  },
                  "expected": {
                    "type": "integer",
                    "description": "Bills, and for the months without one what their members cost, with the debts of earlier years.",
                    "format": "int64"
                  },
                  "shortfall": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "surplus": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "runs_out_in": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Month"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "null if it lasts."
                  }
                },
                "required": [
                  "billed",
                  "paid",
                  "owed",
                  "owed_before",
                  "expected",
                  "shortfall",
                  "surplus",
                  "runs_out_in"
                ],
                "additionalProperties": false
              },
              "RunwayTotal": {
                "type": "object",
                "description": "The money of a year for several agreements together. Whole rupiah.",
                "properties": {
                  "key": {
                    "type": "string",
                    "description": "The code of a region or a province, or an agreement's id."
                  },
                  "name": {
                    "type": "string",
                    "description": "The region's name or the agreement's title."
                  },
                  "ref": {
                    "type": "string",
                    "description": "An agreement's, where it has one."
                  },
                  "agreements": {
                    "type": "integer",
                    "description": "How many have money or members in the year.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "short": {
                    "type": "integer",
                    "description": "How many of them are short.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "needed": {
                    "type": "integer",
                    "description": "What the members on record cost the regions.",
                    "format": "int64"
                  },
                  "available": {
                    "type": "integer",
                    "description": "Enacted funding.",
                    "format": "int64"
                  },
                  "proposed": {
                    "type": "integer",
                    "description": "Funding not voted yet.",
                    "format": "int64"
                  },
                  "shortfall": {
                    "type": "integer",
                    "description": "Of those that are short; no surplus of another is set against it.",
                    "format": "int64"
                  },
                  "surplus": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "billed": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "paid": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "people": {
                    "type": "integer",
                    "description": "The most heads of any month.",
                    "format": "int64"
                  },
                  "people_carried": {
                    "type": "integer",
                    "description": "How many of them the money carries.",
                    "format": "int64"
                  },
                  "runs_out_in": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Month"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "The first month in which one of them runs out; null if all last."
                  }
                },
                "required": [
                  "key",
                  "agreements",
                  "short",
                  "needed",
                  "available",
                  "proposed",
                  "shortfall",
                  "surplus",
                  "billed",
                  "paid",
                  "people",
                  "people_carried",
                  "runs_out_in"
                ],
                "additionalProperties": false
              },
              "RunwayOverview": {
                "type": "object",
                "description": "The money of a year for a region, a province or the nation, and what it is made of. Whole rupiah.",
                "properties": {
                  "year": {
                    "type": "integer"
                  },
                  "region": {
                    "type": "string",
                    "description": "`00` for the nation."
                  },
                  "by": {
                    "type": "string",
                    "enum": [
                      "agreement",
                      "region",
                      "province"
                    ],
                    "description": "What the items are."
                  },
                  "key": {
                    "type": "string",
                    "description": "The same as `region`."
                  },
                  "name": {
                    "type": "string"
                  },
                  "agreements": {
                    "type": "integer",
                    "description": "How many have money or members in the year.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "short": {
                    "type": "integer",
                    "description": "How many of them are short.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "needed": {
                    "type": "integer",
                    "description": "What the members on record cost the regions.",
                    "format": "int64"
                  },
                  "available": {
                    "type": "integer",
                    "description": "Enacted funding.",
                    "format": "int64"
                  },
                  "proposed": {
                    "type": "integer",
                    "description": "Funding not voted yet.",
                    "format": "int64"
                  },
                  "shortfall": {
                    "type": "integer",
                    "description": "Of those that are short; no surplus of another is set against it.",
                    "format": "int64"
                  },
                  "surplus": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "billed": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "paid": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "people": {
                    "type": "integer",
                    "description": "The most heads of any month.",
                    "format": "int64"
                  },
                  "people_carried": {
                    "type": "integer",
                    "description": "How many of them the money carries.",
                    "format": "int64"
                  },
                  "runs_out_in": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Month"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "The first month in which one of them runs out; null if all last."
                  },
                  "months": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "month": {
                          "$ref": "#/components/schemas/Month"
                        },
                        "members": {
                          "type": "integer",
                          "format": "int64"
                        },
                        "needed": {
                          "type": "integer",
                          "format": "int64"
                        },
                        "billed": {
                          "type": "integer",
                          "format": "int64"
                        },
                        "paid": {
                          "type": "integer",
                          "format": "int64"
                        }
                      },
                      "required": [
                        "month",
                        "members",
                        "needed",
                        "billed",
                        "paid"
                      ],
                      "additionalProperties": false
                    },
                    "description": "The months with members or bills.",
                    "maxItems": 12
                  },
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/RunwayTotal"
                    },
                    "description": "What the sums are made of."
                  }
                },
                "required": [
                  "year",
                  "region",
                  "by",
                  "key",
                  "agreements",
                  "short",
                  "needed",
                  "available",
                  "proposed",
                  "shortfall",
                  "surplus",
                  "billed",
                  "paid",
                  "people",
                  "people_carried",
                  "runs_out_in",
                  "months",
                  "items"
                ],
                "additionalProperties": false
              },
              "MemberMonths": {
                "type": "object",
                "description": "Head counts of a year, month by month.",
                "properties": {
                  "year": {
                    "type": "integer"
                  },
                  "items": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "segment": {
                          "$ref": "#/components/schemas/Segment"
                        },
                        "month": {
                          "$ref": "#/components/schemas/Month"
                        },
                        "heads": {
                          "type": "integer",
                          "description": "Heads that count in this month.",
                          "format": "int64",
                          "minimum": 0
                        },
                        "changes": {
                          "type": "object",
                          "description": "What changed in this month; empty in the first month of a count.",
                          "properties": {
                            "additions": {
                              "type": "integer",
                              "description": "Who joined.",
                              "format": "int64",
                              "minimum": 0
                            },
                            "deaths": {
                              "type": "integer",
                              "format": "int64",
                              "minimum": 0
                            },
                            "moves": {
                              "type": "integer",
                              "description": "To another region or segment.",
                              "format": "int64",
                              "minimum": 0
                            },
                            "doubles": {
                              "type": "integer",
                              "description": "Registered twice.",
                              "format": "int64",
                              "minimum": 0
                            },
                            "invalid_nik": {
                              "type": "integer",
                              "description": "The NIK does not match the civil registry.",
                              "format": "int64",
                              "minimum": 0
                            },
                            "other_removals": {
                              "type": "integer",
                              "format": "int64",
                              "minimum": 0
                            }
                          },
                          "additionalProperties": false
                        },
                        "source": {
                          "type": "string",
                          "description": "Of the count it rests on."
                        },
                        "as_of": {
                          "description": "Of the count it rests on.",
                          "allOf": [
                            {
                              "$ref": "#/components/schemas/Date"
                            }
                          ]
                        },
                        "counted_from": {
                          "description": "The month whose count this one goes on from.",
                          "allOf": [
                            {
                              "$ref": "#/components/schemas/Month"
                            }
                          ]
                        }
                      },
                      "required": [
                        "segment",
                        "month",
                        "heads",
                        "changes",
                        "counted_from"
                      ],
                      "additionalProperties": false
                    },
                    "description": "By segment, then by month; months without a count are left out."
                  }
                },
                "required": [
                  "year",
                  "items"
                ],
                "additionalProperties": false
              },
              "Arrears": {
                "type": "object",
                "description": "Bills past their due date. Whole rupiah.",
                "properties": {
                  "on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "bills": {
                    "type": "integer",
                    "minimum": 0
                  },
                  "owed": {
                    "type": "integer",
                    "description": "What all of them together still lack.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "items": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "agreement_id": {
                          "type": "string"
                        },
                        "ref": {
                          "type": "string"
                        },
                        "region": {
                          "type": "string"
                        },
                        "region_name": {
                          "type": "string"
                        },
                        "program": {
                          "$ref": "#/components/schemas/Programme"
                        },
                        "month": {
                          "$ref": "#/components/schemas/Month"
                        },
                        "amount": {
                          "type": "integer",
                          "format": "int64"
                        },
                        "paid": {
                          "type": "integer",
                          "format": "int64"
                        },
                        "owed": {
                          "type": "integer",
                          "format": "int64",
                          "minimum": 1
                        },
                        "due_on": {
                          "type": "string",
                          "description": "The last day to pay.",
                          "format": "date"
                        },
                        "stage": {
                          "type": "string",
                          "description": "A state of the `bill` workflow."
                        },
                        "stage_label": {
                          "type": "string"
                        },
                        "months_late": {
                          "type": "integer",
                          "description": "Whole months since it was due.",
                          "minimum": 0
                        },
                        "consequence": {
                          "type": "string",
                          "enum": [
                            "prioritas_at_risk",
                            "mass_deactivation",
                            "transfers_at_risk",
                            "transfers_cut"
                          ],
                          "description": "What a debt of this age brings: from 4 months mass deactivation, from 10 and 12 months the transfers DAU and DBH."
                        },
                        "consequence_label": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "agreement_id",
                        "region",
                        "program",
                        "month",
                        "amount",
                        "paid",
                        "owed",
                        "due_on",
                        "stage",
                        "stage_label",
                        "months_late",
                        "consequence",
                        "consequence_label"
                      ],
                      "additionalProperties": false
                    },
                    "description": "The oldest first."
                  }
                },
                "required": [
                  "on",
                  "bills",
                  "owed",
                  "items"
                ],
                "additionalProperties": false
              },
              "Rate": {
                "type": "object",
                "description": "What one payer pays of a contribution.",
                "properties": {
                  "program": {
                    "$ref": "#/components/schemas/Programme"
                  },
                  "segment": {
                    "$ref": "#/components/schemas/Segment"
                  },
                  "component": {
                    "type": "string",
                    "examples": [
                      "iuran"
                    ]
                  },
                  "payer": {
                    "type": "string",
                    "enum": [
                      "region",
                      "province",
                      "centre",
                      "member",
                      "employer",
                      "unverified"
                    ],
                    "description": "Who pays this part; `region` is the region whose agreement it is, `unverified` is shown and never counted."
                  },
                  "region": {
                    "type": "string",
                    "description": "Where it holds, with everything inside; absent for everywhere."
                  },
                  "amount": {
                    "type": "integer",
                    "description": "Rupiah a head-month.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "percent_of_wage": {
                    "description": "Instead of an amount.",
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Percent"
                      }
                    ]
                  },
                  "from": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "until": {
                    "description": "The last day it holds.",
                    "type": "string",
                    "format": "date"
                  },
                  "regulation": {
                    "type": "string"
                  },
                  "basis": {
                    "type": "string",
                    "description": "How the figure is known."
                  }
                },
                "required": [
                  "program",
                  "segment",
                  "component",
                  "payer",
                  "from",
                  "regulation",
                  "basis"
                ],
                "additionalProperties": false,
                "oneOf": [
                  {
                    "required": [
                      "amount"
                    ]
                  },
                  {
                    "required": [
                      "percent_of_wage"
                    ]
                  }
                ]
              },
              "Rates": {
                "type": "object",
                "properties": {
                  "on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Rate"
                    }
                  },
                  "shares": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "program": {
                          "$ref": "#/components/schemas/Programme"
                        },
                        "segment": {
                          "$ref": "#/components/schemas/Segment"
                        },
                        "region_share": {
                          "type": [
                            "integer",
                            "null"
                          ],
                          "description": "What the region pays a head-month, in rupiah; null where no amount is known or it depends on wages.",
                          "format": "int64",
                          "minimum": 0
                        }
                      },
                      "required": [
                        "program",
                        "segment",
                        "region_share"
                      ],
                      "additionalProperties": false
                    }
                  }
                },
                "required": [
                  "on",
                  "items",
                  "shares"
                ],
                "additionalProperties": false
              },
              "RatesPreview": {
                "type": "object",
                "description": "What other rates would do to the budgets of running agreements.",
                "properties": {
                  "agreements": {
                    "type": "integer",
                    "description": "How many running agreements were looked at.",
                    "minimum": 0
                  },
                  "added": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Rate"
                    },
                    "description": "Rows that are new, or hold for another time."
                  },
                  "removed": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Rate"
                    },
                    "description": "Rows that are gone, or held for another time."
                  },
                  "items": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "agreement_id": {
                          "type": "string"
                        },
                        "ref": {
                          "type": "string"
                        },
                        "title": {
                          "type": "string"
                        },
                        "region": {
                          "type": "string"
                        },
                        "region_name": {
                          "type": "string"
                        },
                        "year": {
                          "type": "integer"
                        },
                        "shortfall_before": {
                          "type": "integer",
                          "format": "int64",
                          "minimum": 0
                        },
                        "shortfall_after": {
                          "type": "integer",
                          "format": "int64",
                          "minimum": 0
                        },
                        "growth": {
                          "type": "integer",
                          "description": "How much more is missing.",
                          "format": "int64",
                          "minimum": 1
                        },
                        "runs_out_in": {
                          "$ref": "#/components/schemas/Month"
                        }
                      },
                      "required": [
                        "agreement_id",
                        "title",
                        "region",
                        "year",
                        "shortfall_before",
                        "shortfall_after",
                        "growth"
                      ],
                      "additionalProperties": false
                    },
                    "description": "Fiscal years, from this one on, whose shortfall grows; the largest growth first."
                  }
                },
                "required": [
                  "agreements",
                  "added",
                  "removed",
                  "items"
                ],
                "additionalProperties": false
              },
              "Reminder": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "pattern": "^rem_"
                  },
                  "agreement_id": {
                    "type": "string"
                  },
                  "ref": {
                    "type": "string"
                  },
                  "region": {
                    "type": "string"
                  },
                  "due_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "rule": {
                    "type": "string"
                  },
                  "recipient": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "state": {
                    "type": "string",
                    "enum": [
                      "planned",
                      "snoozed",
                      "sent",
                      "acknowledged",
                      "superseded",
                      "cancelled",
                      "missed"
                    ]
                  },
                  "reason": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "In somebody's own words: who has acknowledged it, or why it was put off."
                  },
                  "say": {
                    "type": "string"
                  },
                  "deadline": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "agreement_state": {
                    "type": "string"
                  },
                  "instead_of": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Role"
                    },
                    "description": "The offices that were asked before and have not answered."
                  },
                  "estimated": {
                    "type": "boolean",
                    "description": "Its day rests on a holiday that is not decreed yet."
                  },
                  "conditional": {
                    "type": "boolean",
                    "description": "Whether it is still needed is asked once more when its time comes."
                  },
                  "planned_at": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "null for what was planned by earlier versions."
                  },
                  "sent_at": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "When it was told last."
                  },
                  "times_sent": {
                    "type": "integer",
                    "minimum": 0
                  },
                  "times_snoozed": {
                    "type": "integer",
                    "minimum": 0,
                    "description": "Twice at most."
                  },
                  "ended_at": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "late": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Lateness"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "collapsed_into": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "The newer reminder of the same deadline that stands for this one, which was missed."
                  },
                  "to": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "id": {
                          "type": "string",
                          "pattern": "^per_"
                        },
                        "name": {
                          "type": "string"
                        },
                        "on_behalf_of": {
                          "type": "string",
                          "description": "Whom they stand in for."
                        }
                      },
                      "required": [
                        "id",
                        "name"
                      ],
                      "additionalProperties": false
                    },
                    "description": "Who will be told as things stand: who holds the office on that day, or stands in. Empty for what has ended."
                  },
                  "explanation": {
                    "type": "string",
                    "description": "Why it comes, or what became of it, in a sentence."
                  },
                  "notices": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Notice"
                    },
                    "description": "Who was told and will be; only where one reminder is read."
                  }
                },
                "required": [
                  "id",
                  "agreement_id",
                  "region",
                  "due_at",
                  "rule",
                  "recipient",
                  "state",
                  "reason",
                  "say",
                  "deadline",
                  "agreement_state",
                  "instead_of",
                  "estimated",
                  "conditional",
                  "planned_at",
                  "sent_at",
                  "times_sent",
                  "times_snoozed",
                  "ended_at",
                  "late",
                  "collapsed_into",
                  "to",
                  "explanation"
                ],
                "additionalProperties": false,
                "description": "What comes, to whom and why; or what became of what should have come."
              },
              "CoverageFact": {
                "type": "object",
                "properties": {
                  "as_of": {
                    "type": "string"
                  },
                  "percent": {
                    "type": "number"
                  },
                  "registered": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "active": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "residents": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "scheme": {
                    "type": "string",
                    "enum": [
                      "prioritas",
                      "cut_off"
                    ],
                    "description": "What BPJS Kesehatan has granted."
                  },
                  "source": {
                    "type": "string"
                  }
                },
                "required": [
                  "as_of"
                ],
                "additionalProperties": false
              },
              "Percent": {
                "type": "number",
                "description": "With two digits behind the point at most; never capped at 100.",
                "minimum": 0
              },
              "CoverageStatus": {
                "type": "string",
                "enum": [
                  "unknown",
                  "none",
                  "uhc",
                  "cut_off",
                  "prioritas"
                ],
                "description": "No count is on record; coverage is below the bar; coverage is reached; reached, but new members wait about a month; reached and granted, new members are covered the same day."
              },
              "Count": {
                "type": "object",
                "description": "A number with the day it was true and who says so.",
                "properties": {
                  "value": {
                    "type": "integer",
                    "format": "int64",
                    "minimum": 0
                  },
                  "as_of": {
                    "type": "string",
                    "description": "A date, a month or a year."
                  },
                  "source": {
                    "type": "string"
                  },
                  "reckoned": {
                    "type": "boolean",
                    "description": "Reckoned from a percentage that was printed, not counted."
                  }
                },
                "required": [
                  "value",
                  "as_of",
                  "reckoned"
                ],
                "additionalProperties": false
              },
              "Threshold": {
                "type": "object",
                "description": "What a region must reach to count as UHC.",
                "properties": {
                  "from": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "until": {
                    "description": "The last day it holds; the next one ends it too.",
                    "type": "string",
                    "format": "date"
                  },
                  "coverage_percent": {
                    "description": "Registered of residents.",
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Percent"
                      }
                    ]
                  },
                  "active_percent": {
                    "description": "Active of registered; absent where none was asked.",
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Percent"
                      }
                    ]
                  },
                  "no_arrears": {
                    "type": "boolean",
                    "description": "Whether arrears stand in the way of Prioritas."
                  },
                  "basis": {
                    "type": "string",
                    "description": "How it is known."
                  }
                },
                "required": [
                  "from",
                  "coverage_percent",
                  "no_arrears",
                  "basis"
                ],
                "additionalProperties": false
              },
              "Standing": {
                "type": "object",
                "description": "A region against the bar in force on a day. Of several figures for one day the smaller counts.",
                "properties": {
                  "region": {
                    "type": "string"
                  },
                  "name": {
                    "type": "string"
                  },
                  "status": {
                    "$ref": "#/components/schemas/CoverageStatus"
                  },
                  "registered": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Count"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "active": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Count"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "residents": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Count"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "coverage_percent": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Percent"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "Registered of residents."
                  },
                  "active_percent": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Percent"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "Active of registered."
                  },
                  "scheme": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "What BPJS Kesehatan has granted.",
                    "enum": [
                      "prioritas",
                      "cut_off",
                      null
                    ]
                  },
                  "bar": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Threshold"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "What holds on the day."
                  },
                  "missing_registered": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "description": "How many more must be registered; 0 once the bar is reached, null where it cannot be told.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "missing_active": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "description": "How many more of the registered must be active; null where none is asked or it cannot be told.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "cost_to_reach": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "description": "What it costs the region in a year to register those that are missing; null where it cannot be told.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "arrears": {
                    "type": "integer",
                    "description": "What the region owes past due for JKN.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "warnings": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    },
                    "description": "What would be lost with how many people, and what is lost already."
                  },
                  "falling": {
                    "anyOf": [
                      {
                        "type": "object",
                        "properties": {
                          "people": {
                            "type": "integer",
                            "format": "int64",
                            "minimum": 1
                          },
                          "on": {
                            "$ref": "#/components/schemas/Date"
                          },
                          "active_percent_afterwards": {
                            "$ref": "#/components/schemas/Percent"
                          }
                        },
                        "required": [
                          "people",
                          "on"
                        ],
                        "additionalProperties": false
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "Who loses their cover on 1 January when papers end; null where nobody is known to."
                  }
                },
                "required": [
                  "region",
                  "name",
                  "status",
                  "registered",
                  "active",
                  "residents",
                  "coverage_percent",
                  "active_percent",
                  "scheme",
                  "bar",
                  "missing_registered",
                  "missing_active",
                  "cost_to_reach",
                  "arrears",
                  "warnings",
                  "falling"
                ],
                "additionalProperties": false
              },
              "Standings": {
                "type": "object",
                "properties": {
                  "on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Standing"
                    },
                    "description": "Regions with a figure on record, by their codes."
                  }
                },
                "required": [
                  "on",
                  "items"
                ],
                "additionalProperties": false
              },
              "RegionCoverage": {
                "type": "object",
                "description": "Every source's word, oldest first, and where the region stands by that today.",
                "properties": {
                  "region": {
                    "type": "string"
                  },
                  "name": {
                    "type": "string"
                  },
                  "residents": {
                    "type": "integer",
                    "description": "The civil registry's figure.",
                    "format": "int64"
                  },
                  "standing": {
                    "$ref": "#/components/schemas/Standing"
                  },
                  "items": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "as_of": {
                          "type": "string"
                        },
                        "percent": {
                          "type": "number"
                        },
                        "registered": {
                          "type": "integer",
                          "format": "int64"
                        },
                        "active": {
                          "type": "integer",
                          "format": "int64"
                        },
                        "residents": {
                          "type": "integer",
                          "format": "int64"
                        },
                        "scheme": {
                          "type": "string",
                          "enum": [
                            "prioritas",
                            "cut_off"
                          ],
                          "description": "What BPJS Kesehatan has granted."
                        },
                        "source": {
                          "type": "string"
                        },
                        "computed_percent": {
                          "type": "number",
                          "description": "Registered per hundred residents, from the counts."
                        }
                      },
                      "required": [
                        "as_of"
                      ],
                      "additionalProperties": false
                    }
                  }
                },
                "required": [
                  "region",
                  "name",
                  "standing",
                  "items"
                ],
                "additionalProperties": false
              },
              "Gaps": {
                "type": "object",
                "description": "People who lose their cover on a day, because a paper ends and what follows does not carry them.",
                "properties": {
                  "on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "papers": {
                    "type": "integer",
                    "description": "How many leave a hole.",
                    "minimum": 0
                  },
                  "people": {
                    "type": "integer",
                    "format": "int64",
                    "minimum": 0
                  },
                  "cost": {
                    "type": "integer",
                    "description": "What would insure them to the end of the year, in rupiah.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "unknown": {
                    "type": "integer",
                    "description": "Papers among them without a head count.",
                    "minimum": 0
                  },
                  "items": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "agreement_id": {
                          "type": "string"
                        },
                        "ref": {
                          "type": [
                            "string",
                            "null"
                          ]
                        },
                        "title": {
                          "type": "string"
                        },
                        "region": {
                          "type": "string"
                        },
                        "region_name": {
                          "type": [
                            "string",
                            "null"
                          ]
                        },
                        "program": {
                          "$ref": "#/components/schemas/Programme"
                        },
                        "kind": {
                          "$ref": "#/components/schemas/Kind"
                        },
                        "ended_on": {
                          "type": "string",
                          "description": "The last day of cover.",
                          "format": "date"
                        },
                        "people": {
                          "type": [
                            "integer",
                            "null"
                          ],
                          "description": "null where no head count is on record.",
                          "format": "int64",
                          "minimum": 0
                        },
                        "cost": {
                          "type": [
                            "integer",
                            "null"
                          ],
                          "description": "null where no rate is known.",
                          "format": "int64",
                          "minimum": 0
                        },
                        "cause": {
                          "type": "string",
                          "enum": [
                            "no_successor",
                            "successor_not_signed",
                            "successor_starts_late",
                            "successor_lists_fewer",
                            "successor_funds_fewer"
                          ]
                        },
                        "cause_label": {
                          "type": "string"
                        },
                        "successor": {
                          "anyOf": [
                            {
                              "type": "object",
                              "properties": {
                                "agreement_id": {
                                  "type": "string"
                                },
                                "ref": {
                                  "type": "string"
                                },
                                "title": {
                                  "type": "string"
                                },
                                "state": {
                                  "type": "string"
                                },
                                "state_label": {
                                  "type": "string"
                                },
                                "phase": {
                                  "$ref": "#/components/schemas/Phase"
                                },
                                "valid_from": {
                                  "$ref": "#/components/schemas/Date"
                                },
                                "valid_until": {
                                  "$ref": "#/components/schemas/Date"
                                }
                              },
                              "required": [
                                "agreement_id",
                                "title",
                                "state",
                                "state_label",
                                "phase"
                              ],
                              "additionalProperties": false
                            },
                            {
                              "type": "null"
                            }
                          ],
                          "description": "The paper that follows, as far as it has come."
                        },
                        "waits_for": {
                          "type": "array",
                          "items": {
                            "$ref": "#/components/schemas/Role"
                          },
                          "description": "The offices that must act next."
                        }
                      },
                      "required": [
                        "agreement_id",
                        "ref",
                        "title",
                        "region",
                        "region_name",
                        "program",
                        "kind",
                        "ended_on",
                        "people",
                        "cost",
                        "cause",
                        "cause_label",
                        "successor",
                        "waits_for"
                      ],
                      "additionalProperties": false
                    },
                    "description": "Most people first."
                  }
                },
                "required": [
                  "on",
                  "papers",
                  "people",
                  "cost",
                  "unknown",
                  "items"
                ],
                "additionalProperties": false
              },
              "ImportReport": {
                "type": "object",
                "description": "What became of a sheet, row by row.",
                "properties": {
                  "kind": {
                    "type": "string",
                    "enum": [
                      "agreements",
                      "members",
                      "member-changes",
                      "funding",
                      "bills",
                      "payments",
                      "coverage"
                    ]
                  },
                  "stored": {
                    "type": "boolean",
                    "description": "false after a dry run, and where a row was refused."
                  },
                  "dry_run": {
                    "type": "boolean"
                  },
                  "rows": {
                    "type": "integer",
                    "minimum": 0
                  },
                  "done": {
                    "type": "integer",
                    "minimum": 0
                  },
                  "unchanged": {
                    "type": "integer",
                    "minimum": 0
                  },
                  "refused": {
                    "type": "integer",
                    "minimum": 0
                  },
                  "columns": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "string"
                    },
                    "description": "The heading taken for each column."
                  },
                  "ignored_columns": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    },
                    "description": "Headings that stand for nothing."
                  },
                  "items": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "line": {
                          "type": "integer",
                          "description": "The row's line in the sheet.",
                          "minimum": 1
                        },
                        "subject": {
                          "type": "string",
                          "description": "The agreement's ref or the region's code, as the row has it."
                        },
                        "outcome": {
                          "type": "string",
                          "enum": [
                            "done",
                            "unchanged",
                            "refused"
                          ],
                          "description": "It can be done, and was if `stored` says so; the record says so already; it cannot be."
                        },
                        "say": {
                          "type": "string",
                          "description": "Why it was refused."
                        }
                      },
                      "required": [
                        "line",
                        "subject",
                        "outcome"
                      ],
                      "additionalProperties": false
                    },
                    "description": "By line."
                  }
                },
                "required": [
                  "kind",
                  "stored",
                  "dry_run",
                  "rows",
                  "done",
                  "unchanged",
                  "refused",
                  "columns",
                  "ignored_columns",
                  "items"
                ],
                "additionalProperties": false
              },
              "ImportRefusal": {
                "type": "object",
                "description": "A sheet with rows that cannot be: the report, with the members of a problem (RFC 9457). Nothing was stored.",
                "properties": {
                  "type": {
                    "type": "string",
                    "format": "uri",
                    "enum": [
                      "https://pksd.invalid/problems/import-refused"
                    ]
                  },
                  "title": {
                    "type": "string"
                  },
                  "status": {
                    "type": "integer",
                    "enum": [
                      422
                    ]
                  },
                  "detail": {
                    "type": "string"
                  },
                  "kind": {
                    "type": "string",
                    "enum": [
                      "agreements",
                      "members",
                      "member-changes",
                      "funding",
                      "bills",
                      "payments",
                      "coverage"
                    ]
                  },
                  "stored": {
                    "type": "boolean",
                    "enum": [
                      false
                    ]
                  },
                  "dry_run": {
                    "type": "boolean",
                    "enum": [
                      false
                    ]
                  },
                  "rows": {
                    "type": "integer",
                    "minimum": 0
                  },
                  "done": {
                    "type": "integer",
                    "minimum": 0
                  },
                  "unchanged": {
                    "type": "integer",
                    "minimum": 0
                  },
                  "refused": {
                    "type": "integer",
                    "minimum": 1
                  },
                  "columns": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "string"
                    },
                    "description": "The heading taken for each column."
                  },
                  "ignored_columns": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    },
                    "description": "Headings that stand for nothing."
                  },
                  "items": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "line": {
                          "type": "integer",
                          "description": "The row's line in the sheet.",
                          "minimum": 1
                        },
                        "subject": {
                          "type": "string",
                          "description": "The agreement's ref or the region's code, as the row has it."
                        },
                        "outcome": {
                          "type": "string",
                          "enum": [
                            "done",
                            "unchanged",
                            "refused"
                          ],
                          "description": "It can be done, and was if `stored` says so; the record says so already; it cannot be."
                        },
                        "say": {
                          "type": "string",
                          "description": "Why it was refused."
                        }
                      },
                      "required": [
                        "line",
                        "subject",
                        "outcome"
                      ],
                      "additionalProperties": false
                    },
                    "description": "By line."
                  }
                },
                "required": [
                  "type",
                  "title",
                  "status",
                  "detail",
                  "kind",
                  "stored",
                  "dry_run",
                  "rows",
                  "done",
                  "unchanged",
                  "refused",
                  "columns",
                  "ignored_columns",
                  "items"
                ],
                "additionalProperties": false
              },
              "Endpoint": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "pattern": "^we_"
                  },
                  "url": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Where to send; null for one that only pulls its feed."
                  },
                  "events": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/EventFilter"
                    },
                    "description": "Which events it is told."
                  },
                  "regions": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/RegionCode"
                    },
                    "description": "Only about these regions and what is inside them; empty for all."
                  },
                  "kinds": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Kind"
                    },
                    "description": "Only about papers of these kinds, and what is about none; empty for all."
                  },
                  "condition": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "An expression (CEL) that must be true of an event; null for none."
                  },
                  "format": {
                    "type": "string",
                    "description": "How an event is written: `standard` as Standard Webhooks 1.0.0 does, `cloudevents_…` as CloudEvents 1.0 in the structured, binary or batch mode of its HTTP binding.",
                    "enum": [
                      "standard",
                      "cloudevents_structured",
                      "cloudevents_binary",
                      "cloudevents_batch"
                    ]
                  },
                  "thin": {
                    "type": "boolean",
                    "description": "Tells only what happened to what."
                  },
                  "allow": {
                    "type": "array",
                    "items": {
                      "type": "string",
                      "description": "A CIDR range."
                    },
                    "description": "Inner addresses allowed in spite of the address rules."
                  },
                  "in_flight": {
                    "type": "integer",
                    "description": "Requests at one time.",
                    "minimum": 1,
                    "maximum": 32
                  },
                  "per_minute": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "description": "Requests a minute; null for as many as it bears.",
                    "minimum": 1,
                    "maximum": 1000000
                  },
                  "timeout_seconds": {
                    "type": "integer",
                    "description": "Seconds for one whole exchange.",
                    "minimum": 1,
                    "maximum": 30
                  },
                  "batch": {
                    "type": "integer",
                    "description": "Events in one request of `cloudevents_batch`.",
                    "minimum": 1,
                    "maximum": 100
                  },
                  "http_version": {
                    "type": "string",
                    "description": "What is spoken to it.",
                    "enum": [
                      "1.1",
                      "2"
                    ]
                  },
                  "ca": {
                    "type": "string",
                    "description": "Authorities to trust in place of the system's, in PEM; left out for the system's."
                  },
                  "client_certificate": {
                    "type": "string",
                    "description": "What to show a receiver that asks who we are, in PEM; left out for nothing."
                  },
                  "keys": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/EndpointKey"
                    },
                    "description": "Which keys sign, the newest first; after a rotation up to ten old ones beside it. Empty where its secrets cannot be opened.",
                    "maxItems": 11
                  },
                  "enabled": {
                    "type": "boolean",
                    "description": "Off, deliveries are held."
                  },
                  "disabled_reason": {
                    "type": "string",
                    "description": "Why the daemon switched it off; left out otherwise.",
                    "examples": [
                      "410 Gone",
                      "no 2xx for 5 days",
                      "its secrets were sealed under another key: rotate its secret"
                    ]
                  },
                  "created_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "health": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/EndpointHealth"
                      }
                    ],
                    "description": "How it does; only in the answer about one endpoint."
                  }
                },
                "required": [
                  "id",
                  "url",
                  "events",
                  "regions",
                  "kinds",
                  "condition",
                  "format",
                  "thin",
                  "allow",
                  "in_flight",
                  "per_minute",
                  "timeout_seconds",
                  "batch",
                  "http_version",
                  "keys",
                  "enabled",
                  "created_at"
                ],
                "additionalProperties": false
              },
              "EndpointWithSecret": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "pattern": "^we_"
                  },
                  "url": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Where to send; null for one that only pulls its feed."
                  },
                  "events": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/EventFilter"
                    },
                    "description": "Which events it is told."
                  },
                  "regions": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/RegionCode"
                    },
                    "description": "Only about these regions and what is inside them; empty for all."
                  },
                  "kinds": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Kind"
                    },
                    "description": "Only about papers of these kinds, and what is about none; empty for all."
                  },
                  "condition": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "An expression (CEL) that must be true of an event; null for none."
                  },
                  "format": {
                    "type": "string",
                    "description": "How an event is written: `standard` as Standard Webhooks 1.0.0 does, `cloudevents_…` as CloudEvents 1.0 in the structured, binary or batch mode of its HTTP binding.",
                    "enum": [
                      "standard",
                      "cloudevents_structured",
                      "cloudevents_binary",
                      "cloudevents_batch"
                    ]
                  },
                  "thin": {
                    "type": "boolean",
                    "description": "Tells only what happened to what."
                  },
                  "allow": {
                    "type": "array",
                    "items": {
                      "type": "string",
                      "description": "A CIDR range."
                    },
                    "description": "Inner addresses allowed in spite of the address rules."
                  },
                  "in_flight": {
                    "type": "integer",
                    "description": "Requests at one time.",
                    "minimum": 1,
                    "maximum": 32
                  },
                  "per_minute": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "description": "Requests a minute; null for as many as it bears.",
                    "minimum": 1,
                    "maximum": 1000000
                  },
                  "timeout_seconds": {
                    "type": "integer",
                    "description": "Seconds for one whole exchange.",
                    "minimum": 1,
                    "maximum": 30
                  },
                  "batch": {
                    "type": "integer",
                    "description": "Events in one request of `cloudevents_batch`.",
                    "minimum": 1,
                    "maximum": 100
                  },
                  "http_version": {
                    "type": "string",
                    "description": "What is spoken to it.",
                    "enum": [
                      "1.1",
                      "2"
                    ]
                  },
                  "ca": {
                    "type": "string",
                    "description": "Authorities to trust in place of the system's, in PEM; left out for the system's."
                  },
                  "client_certificate": {
                    "type": "string",
                    "description": "What to show a receiver that asks who we are, in PEM; left out for nothing."
                  },
                  "keys": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/EndpointKey"
                    },
                    "description": "Which keys sign, the newest first; after a rotation up to ten old ones beside it. Empty where its secrets cannot be opened.",
                    "maxItems": 11
                  },
                  "enabled": {
                    "type": "boolean",
                    "description": "Off, deliveries are held."
                  },
                  "disabled_reason": {
                    "type": "string",
                    "description": "Why the daemon switched it off; left out otherwise.",
                    "examples": [
                      "410 Gone",
                      "no 2xx for 5 days",
                      "its secrets were sealed under another key: rotate its secret"
                    ]
                  },
                  "created_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "secret": {
                    "type": "string",
                    "description": "What the receiver checks signatures with: the key itself (`whsec_…`), or the public half of an Ed25519 key (`whpk_…`). Answered only here.",
                    "pattern": "^(whsec|whpk)_"
                  }
                },
                "required": [
                  "id",
                  "url",
                  "events",
                  "regions",
                  "kinds",
                  "condition",
                  "format",
                  "thin",
                  "allow",
                  "in_flight",
                  "per_minute",
                  "timeout_seconds",
                  "batch",
                  "http_version",
                  "keys",
                  "enabled",
                  "created_at",
                  "secret"
                ],
                "additionalProperties": false
              },
              "EndpointKey": {
                "type": "object",
                "description": "A key that signs, without its secret.",
                "properties": {
                  "kind": {
                    "type": "string",
                    "description": "`hmac`: HMAC-SHA256, signs as `v1`; `ed25519`: signs as `v1a`.",
                    "enum": [
                      "hmac",
                      "ed25519"
                    ]
                  },
                  "public": {
                    "type": "string",
                    "description": "The public half of an Ed25519 key; no secret.",
                    "pattern": "^whpk_"
                  },
                  "expires_at": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      }
                    ],
                    "description": "When it stops signing, because a newer one has taken over; left out for the newest."
                  }
                },
                "required": [
                  "kind"
                ],
                "additionalProperties": false
              },
              "EndpointHealth": {
                "type": "object",
                "description": "How an endpoint does.",
                "properties": {
                  "last_success_at": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      }
                    ],
                    "description": "The last 2xx; left out where there was none."
                  },
                  "failing_since": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      }
                    ],
                    "description": "The first failure since the last success; left out while it does well. After five days it is switched off."
                  },
                  "paused_until": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      }
                    ],
                    "description": "The receiver asked for patience (`Retry-After`, 24 hours at most)."
                  },
                  "breaker": {
                    "type": "string",
                    "description": "`open`: it failed most of the time, and nothing goes out until `probe_at`. Left out where nothing is sent.",
                    "enum": [
                      "closed",
                      "open"
                    ]
                  },
                  "probe_at": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      }
                    ],
                    "description": "When one request tries it again."
                  },
                  "in_flight": {
                    "type": "integer",
                    "description": "Requests on their way now; left out where nothing is sent.",
                    "minimum": 0,
                    "maximum": 32
                  },
                  "deliveries": {
                    "type": "object",
                    "description": "How many deliveries there are in each state; those with none are left out.",
                    "propertyNames": {
                      "enum": [
                        "waiting",
                        "pending",
                        "in_flight",
                        "delivered",
                        "failed",
                        "held"
                      ]
                    },
                    "additionalProperties": {
                      "type": "integer",
                      "minimum": 1
                    }
                  }
                },
                "required": [
                  "deliveries"
                ],
                "additionalProperties": false
              },
              "RotationInput": {
                "type": "object",
                "properties": {
                  "key": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Which kind the new key is; without it the kind there is.",
                    "enum": [
                      "hmac",
                      "ed25519",
                      null
                    ]
                  },
                  "overlap_hours": {
                    "type": "integer",
                    "description": "For how many hours the old keys sign beside the new one; 0 ends them at once.",
                    "minimum": 0,
                    "maximum": 168,
                    "default": 24
                  }
                },
                "additionalProperties": false
              },
              "EndpointTest": {
                "type": "object",
                "properties": {
                  "delivered": {
                    "type": "boolean",
                    "description": "Answered with 2xx."
                  },
                  "status": {
                    "type": "integer",
                    "description": "What the receiver answered; left out where it did not.",
                    "minimum": 100,
                    "maximum": 599
                  },
                  "error": {
                    "type": "string",
                    "description": "Why there was no answer: `bad_address`, `bad_header`, `forbidden_address`, `unresolved`, `unreachable`, `connect_timeout`, `tls`, `timeout`, `reset`, `broken` or `cancelled`, a colon and words."
                  },
                  "address": {
                    "type": "string",
                    "description": "The IP address that was spoken to; left out where no connection was made."
                  },
                  "milliseconds": {
                    "type": "number",
                    "minimum": 0,
                    "description": "How long the whole exchange took."
                  }
                },
                "required": [
                  "delivered",
                  "milliseconds"
                ],
                "additionalProperties": false
              },
              "EndpointVerification": {
                "type": "object",
                "properties": {
                  "passed": {
                    "type": "boolean",
                    "description": "Nothing failed."
                  },
                  "findings": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/EndpointFinding"
                    },
                    "description": "In the order in which they were looked at; after a failed `address` nothing more is.",
                    "minItems": 1
                  }
                },
                "required": [
                  "passed",
                  "findings"
                ],
                "additionalProperties": false
              },
              "EndpointFinding": {
                "type": "object",
                "properties": {
                  "step": {
                    "type": "string",
                    "description": "`address`: it answers; `certificate`: valid for 14 more days at least; `signed`: accepts a signed trial with 2xx; `speed`: within 5 seconds; `handshake`: that of CloudEvents webhooks, where that format is spoken and `public_url` is set; `bad_signature`, `old_timestamp` (an hour old): must be refused; `two_signatures`, `same_id_twice`: must be accepted.",
                    "enum": [
                      "address",
                      "certificate",
                      "signed",
                      "speed",
                      "handshake",
                      "bad_signature",
                      "old_timestamp",
                      "two_signatures",
                      "same_id_twice"
                    ]
                  },
                  "verdict": {
                    "type": "string",
                    "description": "`noted` is worth knowing, and no fault.",
                    "enum": [
                      "passed",
                      "failed",
                      "noted"
                    ]
                  },
                  "detail": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Bilingual"
                      }
                    ],
                    "description": "What was seen, in both languages."
                  }
                },
                "required": [
                  "step",
                  "verdict",
                  "detail"
                ],
                "additionalProperties": false
              },
              "Attempt": {
                "type": "object",
                "description": "One try at a delivery.",
                "properties": {
                  "number": {
                    "type": "integer",
                    "description": "From 1.",
                    "minimum": 1
                  },
                  "started_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "finished_at": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      }
                    ],
                    "description": "Left out while it is on its way, or where its outcome is not known."
                  },
                  "status": {
                    "type": "integer",
                    "description": "What the receiver answered; left out where it did not.",
                    "minimum": 100,
                    "maximum": 599
                  },
                  "error": {
                    "type": "string",
                    "description": "`HTTP 500`, or why there was no answer: `bad_address`, `bad_header`, `forbidden_address`, `unresolved`, `unreachable`, `connect_timeout`, `tls`, `timeout`, `reset`, `broken` or `cancelled`, a colon and words. `unknown outcome: …`: the receiver may have it."
                  },
                  "answer": {
                    "type": "string",
                    "description": "The first 1,024 bytes of the answer, for those who look after endpoints."
                  },
                  "address": {
                    "type": "string",
                    "description": "The IP address that was spoken to."
                  },
                  "timings": {
                    "$ref": "#/components/schemas/AttemptTimings"
                  }
                },
                "required": [
                  "number",
                  "started_at"
                ],
                "additionalProperties": false
              },
              "AttemptTimings": {
                "type": "object",
                "description": "When each step was done, in milliseconds from the start; 0 where it was not needed or not reached.",
                "properties": {
                  "resolved": {
                    "type": "number",
                    "minimum": 0,
                    "description": "The name was looked up."
                  },
                  "connected": {
                    "type": "number",
                    "minimum": 0,
                    "description": "The connection stood, TLS included."
                  },
                  "first_byte": {
                    "type": "number",
                    "minimum": 0,
                    "description": "The answer began."
                  },
                  "total": {
                    "type": "number",
                    "minimum": 0,
                    "description": "All was over."
                  },
                  "reused": {
                    "type": "boolean",
                    "description": "An open connection served again."
                  }
                },
                "required": [
                  "resolved",
                  "connected",
                  "first_byte",
                  "total",
                  "reused"
                ],
                "additionalProperties": false
              },
              "Delivery": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "pattern": "^dlv_"
                  },
                  "endpoint": {
                    "type": "string",
                    "description": "The id of the endpoint.",
                    "pattern": "^we_"
                  },
                  "event_id": {
                    "type": "string",
                    "description": "Its `webhook-id`, the same on each try.",
                    "pattern": "^evt_"
                  },
                  "type": {
                    "$ref": "#/components/schemas/EventType"
                  },
                  "seq": {
                    "type": "integer",
                    "description": "The event's position in the ledger.",
                    "minimum": 1,
                    "format": "int64"
                  },
                  "agreement_id": {
                    "type": "string",
                    "description": "What it is about; left out where that is no agreement.",
                    "pattern": "^agr_"
                  },
                  "format": {
                    "type": "string",
                    "description": "How the payload was written when the event happened, whatever the endpoint wishes for by now.",
                    "enum": [
                      "standard",
                      "cloudevents_structured",
                      "cloudevents_binary",
                      "cloudevents_batch"
                    ]
                  },
                  "state": {
                    "type": "string",
                    "description": "`waiting`: an earlier event of the same subject has not arrived; `pending`: goes out when it is due; `in_flight`: on its way; `delivered`: answered with 2xx, or acknowledged; `failed`: given up; `held`: the endpoint is switched off.",
                    "enum": [
                      "waiting",
                      "pending",
                      "in_flight",
                      "delivered",
                      "failed",
                      "held"
                    ]
                  },
                  "attempts": {
                    "type": "integer",
                    "description": "Tries begun so far.",
                    "minimum": 0
                  },
                  "tries": {
                    "type": "integer",
                    "description": "Those that count against the ten of the retry schedule; a replay begins it anew.",
                    "minimum": 0
                  },
                  "replay": {
                    "type": "string",
                    "description": "The replay that sends it again.",
                    "pattern": "^rpl_"
                  },
                  "due_at": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      }
                    ],
                    "description": "When it goes out next, or was last to go."
                  },
                  "next_attempts": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Moment"
                    },
                    "description": "When each further try comes, if all fail.",
                    "maxItems": 10
                  },
                  "created_at": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      }
                    ],
                    "description": "When the event was recorded."
                  },
                  "last_status": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "description": "What the receiver answered last.",
                    "minimum": 100,
                    "maximum": 599
                  },
                  "last_error": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "What went wrong last."
                  },
                  "log": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Attempt"
                    },
                    "description": "Every try, the first one first."
                  }
                },
                "required": [
                  "id",
                  "endpoint",
                  "event_id",
                  "type",
                  "seq",
                  "format",
                  "state",
                  "attempts",
                  "tries",
                  "due_at",
                  "next_attempts",
                  "created_at",
                  "last_status",
                  "last_error",
                  "log"
                ],
                "additionalProperties": false,
                "description": "One event on its way to one endpoint."
              },
              "ReplayInput": {
                "type": "object",
                "description": "Of what the endpoint's own filter lets through.",
                "properties": {
                  "missing": {
                    "type": [
                      "boolean",
                      "null"
                    ],
                    "description": "Only what is not delivered: failed, held, or never queued. false: also what is.",
                    "default": true
                  },
                  "since": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "Only what was recorded from then on; without it since the endpoint was made."
                  },
                  "until": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "Only what was recorded before."
                  },
                  "events": {
                    "type": [
                      "array",
                      "null"
                    ],
                    "items": {
                      "$ref": "#/components/schemas/EventFilter"
                    },
                    "description": "Only these; without it, or empty, all."
                  },
                  "agreement_id": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Only about this agreement, by its id; its ref does not serve."
                  },
                  "seq": {
                    "type": "integer",
                    "description": "Only the event with this number.",
                    "minimum": 1,
                    "format": "int64"
                  },
                  "dry_run": {
                    "type": [
                      "boolean",
                      "null"
                    ],
                    "description": "Only say how many events there would be.",
                    "default": false
                  }
                },
                "additionalProperties": false
              },
              "Replay": {
                "type": "object",
                "description": "Sends events of the past again, under their own `webhook-id` and with `webhook-replay` as a header, at the endpoint's own pace; goes on after a restart.",
                "properties": {
                  "id": {
                    "type": "string",
                    "pattern": "^rpl_"
                  },
                  "endpoint": {
                    "type": "string",
                    "description": "The id of the endpoint.",
                    "pattern": "^we_"
                  },
                  "selection": {
                    "type": "object",
                    "description": "Which events.",
                    "properties": {
                      "missing": {
                        "type": "boolean",
                        "description": "Only what is not delivered: failed, held, or never queued."
                      },
                      "since": {
                        "allOf": [
                          {
                            "$ref": "#/components/schemas/Moment"
                          }
                        ],
                        "description": "Only what was recorded from then on; left out: since the endpoint was made."
                      },
                      "until": {
                        "allOf": [
                          {
                            "$ref": "#/components/schemas/Moment"
                          }
                        ],
                        "description": "Only what was recorded before."
                      },
                      "events": {
                        "type": "array",
                        "items": {
                          "$ref": "#/components/schemas/EventFilter"
                        },
                        "description": "Only these; empty for all."
                      },
                      "agreement_id": {
                        "type": "string",
                        "description": "Only about this agreement.",
                        "pattern": "^agr_"
                      }
                    },
                    "required": [
                      "missing",
                      "events"
                    ],
                    "additionalProperties": false
                  },
                  "state": {
                    "type": "string",
                    "description": "What a cancelled one has queued already is still sent.",
                    "enum": [
                      "running",
                      "done",
                      "cancelled"
                    ]
                  },
                  "cursor": {
                    "type": "integer",
                    "description": "The number of the last event looked at.",
                    "minimum": 0,
                    "format": "int64"
                  },
                  "end": {
                    "type": "integer",
                    "description": "The number of the event that it ends with: the last one when it began.",
                    "minimum": 0,
                    "format": "int64"
                  },
                  "sent": {
                    "type": "integer",
                    "description": "Deliveries queued so far.",
                    "minimum": 0
                  },
                  "created_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "created_by": {
                    "type": "string",
                    "description": "Who began it."
                  }
                },
                "required": [
                  "id",
                  "endpoint",
                  "selection",
                  "state",
                  "cursor",
                  "end",
                  "sent",
                  "created_at",
                  "created_by"
                ],
                "additionalProperties": false
              },
              "ReplayCount": {
                "type": "object",
                "properties": {
                  "dry_run": {
                    "type": "boolean",
                    "const": true
                  },
                  "count": {
                    "type": "integer",
                    "description": "Events that would be sent now.",
                    "minimum": 0
                  }
                },
                "required": [
                  "dry_run",
                  "count"
                ],
                "additionalProperties": false
              },
              "PulledDelivery": {
                "type": "object",
                "description": "A delivery as whoever pulls gets it.",
                "properties": {
                  "cursor": {
                    "type": "string",
                    "description": "Ask with this as `after` for what follows: the event's number.",
                    "pattern": "^[0-9]{1,19}$"
                  },
                  "delivery": {
                    "type": "string",
                    "description": "What to acknowledge.",
                    "pattern": "^dlv_"
                  },
                  "webhook_id": {
                    "type": "string",
                    "description": "The event's id; the same each time.",
                    "pattern": "^evt_"
                  },
                  "type": {
                    "$ref": "#/components/schemas/EventType"
                  },
                  "state": {
                    "type": "string",
                    "description": "`waiting`: an earlier event of the same subject has not arrived; `pending`: goes out when it is due; `in_flight`: on its way; `delivered`: answered with 2xx, or acknowledged; `failed`: given up; `held`: the endpoint is switched off.",
                    "enum": [
                      "waiting",
                      "pending",
                      "in_flight",
                      "delivered",
                      "failed",
                      "held"
                    ]
                  },
                  "headers": {
                    "type": "object",
                    "description": "As they would be sent, names in lower case: `webhook-signature` is of this moment, over `webhook-id.webhook-timestamp.body`.",
                    "additionalProperties": {
                      "type": "string"
                    }
                  },
                  "body": {
                    "type": "string",
                    "description": "The very bytes that would be sent, as a text; check the signature before reading them."
                  }
                },
                "required": [
                  "cursor",
                  "delivery",
                  "webhook_id",
                  "type",
                  "state",
                  "headers",
                  "body"
                ],
                "additionalProperties": false
              },
              "ReceiptInput": {
                "type": "object",
                "properties": {
                  "deliveries": {
                    "type": "array",
                    "items": {
                      "type": "string",
                      "description": "The `delivery` of an item."
                    },
                    "description": "What was received; what is not known here is overlooked.",
                    "maxItems": 1000
                  }
                },
                "required": [
                  "deliveries"
                ],
                "additionalProperties": false
              },
              "Receipt": {
                "type": "object",
                "properties": {
                  "acknowledged": {
                    "type": "integer",
                    "description": "How many were not delivered before.",
                    "minimum": 0,
                    "maximum": 1000
                  }
                },
                "required": [
                  "acknowledged"
                ],
                "additionalProperties": false
              },
              "PossibleDuplicate": {
                "type": "object",
                "description": "A try whose outcome nobody knows, so that its receiver may have got the event twice, under the same `webhook-id`.",
                "properties": {
                  "delivery": {
                    "type": "string",
                    "description": "The id of the delivery.",
                    "pattern": "^dlv_"
                  },
                  "endpoint": {
                    "type": "string",
                    "description": "The id of the endpoint.",
                    "pattern": "^we_"
                  },
                  "webhook_id": {
                    "type": "string",
                    "description": "What the receiver can find it by.",
                    "pattern": "^evt_"
                  },
                  "type": {
                    "$ref": "#/components/schemas/EventType"
                  },
                  "seq": {
                    "type": "integer",
                    "description": "The event's position in the ledger.",
                    "minimum": 1,
                    "format": "int64"
                  },
                  "attempt": {
                    "type": "integer",
                    "description": "The number of the try whose outcome is not known.",
                    "minimum": 1
                  },
                  "started_at": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      }
                    ],
                    "description": "When that began."
                  },
                  "state": {
                    "type": "string",
                    "description": "How the delivery stands now. `waiting`: an earlier event of the same subject has not arrived; `pending`: goes out when it is due; `in_flight`: on its way; `delivered`: answered with 2xx, or acknowledged; `failed`: given up; `held`: the endpoint is switched off.",
                    "enum": [
                      "waiting",
                      "pending",
                      "in_flight",
                      "delivered",
                      "failed",
                      "held"
                    ]
                  }
                },
                "required": [
                  "delivery",
                  "endpoint",
                  "webhook_id",
                  "type",
                  "seq",
                  "attempt",
                  "started_at",
                  "state"
                ],
                "additionalProperties": false
              },
              "EventDestinations": {
                "type": "object",
                "properties": {
                  "event": {
                    "$ref": "#/components/schemas/Event"
                  },
                  "deliveries": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Delivery"
                    },
                    "description": "One for each endpoint that is told."
                  },
                  "not_sent": {
                    "type": "object",
                    "description": "Why not, by the endpoint's id: `type`, `region` or `kind` where its filter keeps it out, `condition: ` and what was not met, or that it did not exist yet.",
                    "propertyNames": {
                      "pattern": "^we_"
                    },
                    "additionalProperties": {
                      "type": "string"
                    }
                  }
                },
                "required": [
                  "event",
                  "deliveries",
                  "not_sent"
                ],
                "additionalProperties": false
              },
              "Workflow": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "version": {
                    "type": "string"
                  },
                  "title": {
                    "type": "string"
                  },
                  "attached": {
                    "type": "string",
                    "enum": [
                      "bill",
                      "funding"
                    ]
                  },
                  "kinds": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Kind"
                    }
                  },
                  "programmes": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Programme"
                    }
                  },
                  "initial": {
                    "type": "string"
                  },
                  "structure": {
                    "type": "string"
                  },
                  "policy": {
                    "type": "string"
                  },
                  "fields": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "name": {
                          "type": "string"
                        },
                        "label": {
                          "type": "string"
                        },
                        "type": {
                          "type": "string",
                          "enum": [
                            "text",
                            "integer",
                            "decimal",
                            "boolean",
                            "date",
                            "rupiah"
                          ]
                        },
                        "unit": {
                          "type": "string"
                        },
                        "fills": {
                          "$ref": "#/components/schemas/Role"
                        }
                      },
                      "required": [
                        "name",
                        "label",
                        "type"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "states": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "id": {
                          "type": "string"
                        },
                        "label": {
                          "type": "string"
                        },
                        "phase": {
                          "$ref": "#/components/schemas/Phase"
                        },
                        "waiting_on": {
                          "type": "array",
                          "items": {
                            "$ref": "#/components/schemas/Role"
                          }
                        },
                        "sla": {
                          "type": "string",
                          "description": "`10 kerja` (working days), `3 hari` (days), `1 bulan` (months)."
                        },
                        "final": {
                          "type": "boolean"
                        }
                      },
                      "required": [
                        "id",
                        "label",
                        "phase",
                        "waiting_on",
                        "final"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "transitions": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "name": {
                          "type": "string"
                        },
                        "label": {
                          "type": "string"
                        },
                        "from": {
                          "type": "array",
                          "items": {
                            "type": "string"
                          }
                        },
                        "to": {
                          "type": "string"
                        },
                        "by": {
                          "type": "array",
                          "items": {
                            "$ref": "#/components/schemas/Role"
                          }
                        },
                        "four_eyes": {
                          "type": "boolean",
                          "description": "Not by the one who took the step before."
                        },
                        "requirements": {
                          "type": "array",
                          "items": {
                            "type": "string"
                          }
                        }
                      },
                      "required": [
                        "name",
                        "label",
                        "from",
                        "to",
                        "by",
                        "four_eyes",
                        "requirements"
                      ],
                      "additionalProperties": false
                    }
                  }
                },
                "required": [
                  "id",
                  "version",
                  "title",
                  "kinds",
                  "programmes",
                  "initial",
                  "structure",
                  "policy",
                  "fields",
                  "states",
                  "transitions"
                ],
                "additionalProperties": false
              },
              "Checkup": {
                "type": "object",
                "properties": {
                  "at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "outcome": {
                    "type": "string",
                    "enum": [
                      "fine",
                      "warning",
                      "fault"
                    ],
                    "description": "The worst of all checks."
                  },
                  "reminders": {
                    "type": "object",
                    "description": "What became of all reminders that were ever planned.",
                    "properties": {
                      "planned": {
                        "type": "integer"
                      },
                      "open": {
                        "type": "integer"
                      },
                      "sent": {
                        "type": "integer"
                      },
                      "acknowledged": {
                        "type": "integer"
                      },
                      "superseded": {
                        "type": "integer"
                      },
                      "cancelled": {
                        "type": "integer"
                      },
                      "missed": {
                        "type": "integer"
                      },
                      "unaccounted": {
                        "type": "integer"
                      }
                    },
                    "required": [
                      "planned",
                      "open",
                      "sent",
                      "acknowledged",
                      "superseded",
                      "cancelled",
                      "missed",
                      "unaccounted"
                    ],
                    "additionalProperties": false
                  },
                  "summary": {
                    "type": "string"
                  },
                  "checks": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Check"
                    }
                  }
                },
                "required": [
                  "at",
                  "outcome",
                  "reminders",
                  "summary",
                  "checks"
                ],
                "additionalProperties": false
              },
              "Check": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "claim": {
                    "type": "string",
                    "description": "What holds if all is well."
                  },
                  "outcome": {
                    "type": "string",
                    "enum": [
                      "fine",
                      "warning",
                      "fault"
                    ]
                  },
                  "count": {
                    "type": "integer",
                    "description": "How much was found."
                  },
                  "findings": {
                    "type": "array",
                    "description": "The first of what was found.",
                    "items": {
                      "type": "string"
                    }
                  }
                },
                "required": [
                  "id",
                  "claim",
                  "outcome",
                  "count",
                  "findings"
                ],
                "additionalProperties": false
              },
              "Clock": {
                "type": "object",
                "properties": {
                  "now": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "rehearsal": {
                    "type": "boolean"
                  }
                },
                "required": [
                  "now",
                  "rehearsal"
                ],
                "additionalProperties": false
              },
              "Health": {
                "type": "object",
                "properties": {
                  "status": {
                    "type": "string",
                    "enum": [
                      "ok"
                    ]
                  }
                },
                "required": [
                  "status"
                ],
                "additionalProperties": false
              },
              "Readiness": {
                "type": "object",
                "properties": {
                  "status": {
                    "type": "string",
                    "enum": [
                      "ready"
                    ]
                  },
                  "events": {
                    "type": "integer",
                    "format": "int64",
                    "minimum": 0
                  },
                  "rehearsal": {
                    "type": "boolean"
                  }
                },
                "required": [
                  "status",
                  "events",
                  "rehearsal"
                ],
                "additionalProperties": false
              },
              "AgreementStateChanged": {
                "type": "object",
                "properties": {
                  "transition": {
                    "type": "string"
                  },
                  "from": {
                    "type": "string"
                  },
                  "to": {
                    "type": "string"
                  },
                  "phase": {
                    "$ref": "#/components/schemas/Phase"
                  },
                  "reason": {
                    "type": "string"
                  }
                },
                "required": [
                  "transition",
                  "from",
                  "to",
                  "phase"
                ],
                "additionalProperties": false
              },
              "AgreementAmended": {
                "type": "object",
                "properties": {
                  "title": {
                    "type": "string"
                  },
                  "valid_from": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "valid_until": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "parties": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Party"
                    }
                  },
                  "witnesses": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Witness"
                    }
                  },
                  "fields": {
                    "type": "object",
                    "additionalProperties": {
                      "$ref": "#/components/schemas/Figure"
                    }
                  }
                },
                "additionalProperties": false
              },
              "SignatureRecorded": {
                "type": "object",
                "properties": {
                  "party": {
                    "type": "string"
                  },
                  "signed_on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "number": {
                    "type": "string"
                  },
                  "method": {
                    "type": "string",
                    "enum": [
                      "wet",
                      "electronic"
                    ]
                  }
                },
                "required": [
                  "party",
                  "signed_on",
                  "method"
                ],
                "additionalProperties": false
              },
              "FundingStageChanged": {
                "type": "object",
                "properties": {
                  "line": {
                    "$ref": "#/components/schemas/FundingLine"
                  },
                  "from": {
                    "$ref": "#/components/schemas/FundingStage"
                  },
                  "transition": {
                    "type": "string",
                    "description": "The step that was taken; absent where a later stage was only recorded."
                  }
                },
                "required": [
                  "line",
                  "from"
                ],
                "additionalProperties": false
              },
              "FundingRevised": {
                "type": "object",
                "properties": {
                  "line": {
                    "type": "string",
                    "description": "The line's key.",
                    "examples": [
                      "apbd_ii-2026"
                    ]
                  },
                  "from": {
                    "type": "integer",
                    "description": "The ceiling before.",
                    "format": "int64"
                  },
                  "revision": {
                    "$ref": "#/components/schemas/BudgetRevision"
                  }
                },
                "required": [
                  "line",
                  "from",
                  "revision"
                ],
                "additionalProperties": false
              },
              "FindingRaised": {
                "type": "object",
                "properties": {
                  "code": {
                    "type": "string"
                  },
                  "key": {
                    "type": "string"
                  },
                  "say": {
                    "$ref": "#/components/schemas/Bilingual"
                  },
                  "numbers": {
                    "type": "object"
                  }
                },
                "required": [
                  "code",
                  "key",
                  "say",
                  "numbers"
                ],
                "additionalProperties": false
              },
              "BillStageChanged": {
                "type": "object",
                "properties": {
                  "month": {
                    "$ref": "#/components/schemas/Month"
                  },
                  "transition": {
                    "type": "string"
                  },
                  "from": {
                    "type": "string"
                  },
                  "to": {
                    "type": "string"
                  },
                  "paid": {
                    "type": "integer",
                    "format": "int64"
                  },
                  "reference": {
                    "type": "string"
                  }
                },
                "required": [
                  "month",
                  "transition",
                  "from",
                  "to",
                  "paid"
                ],
                "additionalProperties": false
              },
              "BillPaid": {
                "type": "object",
                "properties": {
                  "month": {
                    "$ref": "#/components/schemas/Month"
                  },
                  "payment": {
                    "$ref": "#/components/schemas/Payment"
                  },
                  "owed": {
                    "type": "integer",
                    "description": "What is still to be paid afterwards.",
                    "format": "int64",
                    "minimum": 0
                  }
                },
                "required": [
                  "month",
                  "payment",
                  "owed"
                ],
                "additionalProperties": false
              },
              "FindingResolved": {
                "type": "object",
                "properties": {
                  "finding": {
                    "type": "string",
                    "description": "The finding's key."
                  },
                  "numbers": {
                    "type": "object",
                    "description": "The numbers it was given for."
                  },
                  "reason": {
                    "type": "string"
                  }
                },
                "required": [
                  "finding",
                  "numbers",
                  "reason"
                ],
                "additionalProperties": false
              },
              "ThresholdCrossed": {
                "type": "object",
                "properties": {
                  "from": {
                    "$ref": "#/components/schemas/CoverageStatus"
                  },
                  "to": {
                    "$ref": "#/components/schemas/CoverageStatus"
                  },
                  "coverage_percent": {
                    "$ref": "#/components/schemas/Percent"
                  },
                  "active_percent": {
                    "$ref": "#/components/schemas/Percent"
                  },
                  "missing_registered": {
                    "type": "integer",
                    "description": "How many more must be registered for the bar in force.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "missing_active": {
                    "type": "integer",
                    "description": "How many more of the registered must be active.",
                    "format": "int64",
                    "minimum": 0
                  },
                  "as_of": {
                    "type": "string",
                    "description": "A date, a month or a year."
                  }
                },
                "required": [
                  "from",
                  "to",
                  "as_of"
                ],
                "additionalProperties": false
              },
              "ReminderDue": {
                "type": "object",
                "properties": {
                  "reminder_id": {
                    "type": "string"
                  },
                  "rule": {
                    "type": "string"
                  },
                  "recipient": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "due_at": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      }
                    ],
                    "description": "When it should have been sent; later than that has its reason in `late`."
                  },
                  "deadline": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "state": {
                    "type": "string"
                  },
                  "say": {
                    "$ref": "#/components/schemas/Bilingual"
                  },
                  "instead_of": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Role"
                    },
                    "description": "The offices that were reminded before and have not answered."
                  },
                  "estimated": {
                    "type": "boolean",
                    "description": "The deadline rests on a holiday that is not decreed yet."
                  },
                  "late": {
                    "$ref": "#/components/schemas/Lateness"
                  },
                  "collapsed": {
                    "type": "integer",
                    "minimum": 1,
                    "description": "How many earlier reminders of the same deadline were missed, for which this one stands."
                  },
                  "told": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Told"
                    },
                    "description": "The people who hold the office, or stand in for them."
                  }
                },
                "required": [
                  "reminder_id",
                  "rule",
                  "recipient",
                  "due_at",
                  "state",
                  "say"
                ],
                "additionalProperties": false,
                "description": "A reminder has come due, or an office has not answered and the next one is told."
              },
              "EndpointDisabled": {
                "type": "object",
                "properties": {
                  "reason": {
                    "type": "string"
                  }
                },
                "required": [
                  "reason"
                ],
                "additionalProperties": false
              },
              "Event": {
                "type": "object",
                "description": "When it was entered (`recorded_at`) and when it was true (`effective_on`).",
                "properties": {
                  "id": {
                    "type": "string",
                    "pattern": "^evt_"
                  },
                  "seq": {
                    "type": "integer",
                    "description": "Position in the ledger, from 1 without gaps.",
                    "format": "int64",
                    "minimum": 1
                  },
                  "agreement_id": {
                    "type": "string"
                  },
                  "agreement_seq": {
                    "type": "integer",
                    "description": "Position in the agreement's history, from 1 without gaps.",
                    "format": "int64"
                  },
                  "endpoint_id": {
                    "type": "string"
                  },
                  "subject_seq": {
                    "type": "integer",
                    "description": "The same for a region or an endpoint.",
                    "format": "int64"
                  },
                  "ref": {
                    "type": "string"
                  },
                  "region": {
                    "type": "string"
                  },
                  "version": {
                    "type": "integer"
                  },
                  "type": {
                    "$ref": "#/components/schemas/EventType"
                  },
                  "recorded_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "effective_on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "actor": {
                    "$ref": "#/components/schemas/Actor"
                  },
                  "workflow": {
                    "type": "string"
                  },
                  "data": {
                    "type": "object"
                  }
                },
                "required": [
                  "id",
                  "seq",
                  "version",
                  "type",
                  "recorded_at",
                  "effective_on",
                  "actor",
                  "data"
                ],
                "additionalProperties": false,
                "allOf": [
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "agreement.created"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/AgreementRecord"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "agreement.state_changed"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/AgreementStateChanged"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "agreement.amended"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/AgreementAmended"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "signature.recorded"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/SignatureRecorded"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "funding.recorded"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/FundingLine"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "funding.revised"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/FundingRevised"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "funding.stage_changed"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/FundingStageChanged"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "funding.runway_short"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/FindingRaised"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "members.recorded"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/MemberCount"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "members.changed"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/MemberChange"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "bill.issued"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/Bill"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "bill.stage_changed"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/BillStageChanged"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "bill.paid"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/BillPaid"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "bill.overdue"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/FindingRaised"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "agreement.gap_predicted"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/FindingRaised"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "agreement.expiring"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/AgreementExpiring"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "document.added"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/Document"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "note.added"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/Note"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "data.inconsistent"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/FindingRaised"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "finding.resolved"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/FindingResolved"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "coverage.recorded"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/CoverageFact"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "uhc.threshold_crossed"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/ThresholdCrossed"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "reminder.due"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/ReminderDue"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "endpoint.disabled"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/EndpointDisabled"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "requirement.waived"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/RequirementWaived"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "workflow.migrated"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/WorkflowMigrated"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "reminder.escalated"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/ReminderDue"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "reminder.acknowledged"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/ReminderAcknowledged"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "reminder.snoozed"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/ReminderSnoozed"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "role.vacant"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/RoleVacant"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "holidays.accepted"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/HolidaysAccepted"
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "holidays.missing"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "$ref": "#/components/schemas/HolidaysMissing"
                        }
                      }
                    }
                  }
                ]
              },
              "WebhookPayload": {
                "type": "object",
                "properties": {
                  "type": {
                    "$ref": "#/components/schemas/EventType"
                  },
                  "timestamp": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "data": {
                    "type": "object",
                    "description": "The event's own data, and what finds and orders it."
                  }
                },
                "required": [
                  "type",
                  "timestamp",
                  "data"
                ],
                "additionalProperties": false,
                "allOf": [
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "agreement.created"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "id": {
                              "type": "string",
                              "pattern": "^agr_"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "workflow": {
                              "type": "object",
                              "properties": {
                                "id": {
                                  "type": "string"
                                },
                                "structure": {
                                  "type": "string",
                                  "description": "Hash of the workflow's structure."
                                }
                              },
                              "required": [
                                "id",
                                "structure"
                              ],
                              "additionalProperties": false
                            },
                            "kind": {
                              "$ref": "#/components/schemas/Kind"
                            },
                            "program": {
                              "$ref": "#/components/schemas/Programme"
                            },
                            "title": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "parties": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Party"
                              }
                            },
                            "witnesses": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Witness"
                              }
                            },
                            "valid_from": {
                              "$ref": "#/components/schemas/Date"
                            },
                            "valid_until": {
                              "$ref": "#/components/schemas/Date"
                            },
                            "parent": {
                              "type": "string"
                            },
                            "renews": {
                              "type": "string"
                            },
                            "source": {
                              "type": "string"
                            },
                            "state": {
                              "type": "string"
                            },
                            "phase": {
                              "$ref": "#/components/schemas/Phase"
                            },
                            "entered": {
                              "type": "object",
                              "description": "When the present state began, and who moved it there.",
                              "properties": {
                                "on": {
                                  "$ref": "#/components/schemas/Date"
                                },
                                "at": {
                                  "$ref": "#/components/schemas/Moment"
                                },
                                "by": {
                                  "$ref": "#/components/schemas/Actor"
                                }
                              },
                              "required": [
                                "on",
                                "at",
                                "by"
                              ],
                              "additionalProperties": false
                            },
                            "moves": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Move"
                              },
                              "description": "Every move so far, oldest first."
                            },
                            "fields": {
                              "type": "object",
                              "additionalProperties": {
                                "type": "array",
                                "items": {
                                  "$ref": "#/components/schemas/Figure"
                                }
                              },
                              "description": "Every figure on record, the newest last."
                            },
                            "funding": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/FundingLine"
                              }
                            },
                            "members": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/MemberCount"
                              }
                            },
                            "member_changes": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/MemberChange"
                              },
                              "description": "Who joined and left, month by month."
                            },
                            "bills": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Bill"
                              }
                            },
                            "documents": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Document"
                              }
                            },
                            "notes": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Note"
                              }
                            },
                            "told": {
                              "type": "object",
                              "additionalProperties": {
                                "type": "object"
                              },
                              "description": "The numbers of findings when they were last told about, by their key."
                            },
                            "resolutions": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Resolution"
                              },
                              "description": "Findings that somebody has settled."
                            },
                            "acknowledgements": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Acknowledgement"
                              },
                              "description": "Who is on it: the last answer to a reminder of each stage."
                            },
                            "version": {
                              "type": "integer",
                              "description": "The entity tag of the record.",
                              "minimum": 1
                            },
                            "created_at": {
                              "$ref": "#/components/schemas/Moment"
                            },
                            "updated_at": {
                              "$ref": "#/components/schemas/Moment"
                            },
                            "waivers": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Waiver"
                              },
                              "description": "What has been waived in the present state."
                            },
                            "courses": {
                              "type": "object",
                              "additionalProperties": {
                                "$ref": "#/components/schemas/Course"
                              },
                              "description": "By the key of a bill or a funding line, such as `bill/2026-03` or `funding/apbd_ii-2026`."
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "id",
                            "workflow",
                            "kind",
                            "program",
                            "title",
                            "region",
                            "parties",
                            "witnesses",
                            "state",
                            "phase",
                            "entered",
                            "moves",
                            "fields",
                            "funding",
                            "members",
                            "member_changes",
                            "bills",
                            "documents",
                            "notes",
                            "told",
                            "resolutions",
                            "version",
                            "created_at",
                            "updated_at",
                            "waivers",
                            "courses",
                            "seq",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "agreement.state_changed"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "transition": {
                              "type": "string"
                            },
                            "from": {
                              "type": "string"
                            },
                            "to": {
                              "type": "string"
                            },
                            "phase": {
                              "$ref": "#/components/schemas/Phase"
                            },
                            "reason": {
                              "type": "string"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "transition",
                            "from",
                            "to",
                            "phase",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "agreement.amended"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "title": {
                              "type": "string"
                            },
                            "valid_from": {
                              "$ref": "#/components/schemas/Date"
                            },
                            "valid_until": {
                              "$ref": "#/components/schemas/Date"
                            },
                            "parties": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Party"
                              }
                            },
                            "witnesses": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Witness"
                              }
                            },
                            "fields": {
                              "type": "object",
                              "additionalProperties": {
                                "$ref": "#/components/schemas/Figure"
                              }
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "signature.recorded"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "party": {
                              "type": "string"
                            },
                            "signed_on": {
                              "$ref": "#/components/schemas/Date"
                            },
                            "number": {
                              "type": "string"
                            },
                            "method": {
                              "type": "string",
                              "enum": [
                                "wet",
                                "electronic"
                              ]
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "party",
                            "signed_on",
                            "method",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "funding.recorded"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "source": {
                              "$ref": "#/components/schemas/FundingSource"
                            },
                            "fiscal_year": {
                              "type": "integer"
                            },
                            "amount": {
                              "type": "integer",
                              "description": "The ceiling in force, after all revisions.",
                              "format": "int64"
                            },
                            "stage": {
                              "$ref": "#/components/schemas/FundingStage"
                            },
                            "reference": {
                              "type": "string"
                            },
                            "original": {
                              "type": "integer",
                              "description": "The ceiling before the first revision; absent where there was none.",
                              "format": "int64"
                            },
                            "revisions": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/BudgetRevision"
                              },
                              "description": "By the day from which each holds; absent where there is none.",
                              "minItems": 1
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "source",
                            "fiscal_year",
                            "amount",
                            "stage",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "funding.revised"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "line": {
                              "type": "string",
                              "description": "The line's key.",
                              "examples": [
                                "apbd_ii-2026"
                              ]
                            },
                            "from": {
                              "type": "integer",
                              "description": "The ceiling before.",
                              "format": "int64"
                            },
                            "revision": {
                              "$ref": "#/components/schemas/BudgetRevision"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "line",
                            "from",
                            "revision",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "funding.stage_changed"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "line": {
                              "$ref": "#/components/schemas/FundingLine"
                            },
                            "from": {
                              "$ref": "#/components/schemas/FundingStage"
                            },
                            "transition": {
                              "type": "string",
                              "description": "The step that was taken; absent where a later stage was only recorded."
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "line",
                            "from",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "funding.runway_short"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "code": {
                              "type": "string"
                            },
                            "key": {
                              "type": "string"
                            },
                            "say": {
                              "$ref": "#/components/schemas/Bilingual"
                            },
                            "numbers": {
                              "type": "object"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "code",
                            "key",
                            "say",
                            "numbers",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "members.recorded"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "segment": {
                              "$ref": "#/components/schemas/Segment"
                            },
                            "from": {
                              "$ref": "#/components/schemas/Month"
                            },
                            "until": {
                              "$ref": "#/components/schemas/Month"
                            },
                            "count": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "source": {
                              "type": "string"
                            },
                            "as_of": {
                              "description": "The day it was true.",
                              "allOf": [
                                {
                                  "$ref": "#/components/schemas/Date"
                                }
                              ]
                            },
                            "wage": {
                              "type": "integer",
                              "description": "The monthly wage that contributions are reckoned on.",
                              "format": "int64"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "segment",
                            "from",
                            "until",
                            "count",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "members.changed"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "segment": {
                              "$ref": "#/components/schemas/Segment"
                            },
                            "month": {
                              "description": "The first month in which it counts.",
                              "allOf": [
                                {
                                  "$ref": "#/components/schemas/Month"
                                }
                              ]
                            },
                            "additions": {
                              "type": "integer",
                              "description": "Who joined.",
                              "format": "int64",
                              "minimum": 0
                            },
                            "deaths": {
                              "type": "integer",
                              "format": "int64",
                              "minimum": 0
                            },
                            "moves": {
                              "type": "integer",
                              "description": "To another region or segment.",
                              "format": "int64",
                              "minimum": 0
                            },
                            "doubles": {
                              "type": "integer",
                              "description": "Registered twice.",
                              "format": "int64",
                              "minimum": 0
                            },
                            "invalid_nik": {
                              "type": "integer",
                              "description": "The NIK does not match the civil registry.",
                              "format": "int64",
                              "minimum": 0
                            },
                            "other_removals": {
                              "type": "integer",
                              "format": "int64",
                              "minimum": 0
                            },
                            "source": {
                              "type": "string"
                            },
                            "as_of": {
                              "description": "The day it was true.",
                              "allOf": [
                                {
                                  "$ref": "#/components/schemas/Date"
                                }
                              ]
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "segment",
                            "month",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "bill.issued"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "month": {
                              "$ref": "#/components/schemas/Month"
                            },
                            "amount": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "heads": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "due_on": {
                              "type": "string",
                              "description": "The last day to pay.",
                              "format": "date"
                            },
                            "stage": {
                              "type": "string",
                              "description": "A state of the `bill` workflow."
                            },
                            "paid": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "reference": {
                              "type": "string"
                            },
                            "payments": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Payment"
                              },
                              "description": "In the order they were entered; absent where there is none.",
                              "minItems": 1
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "month",
                            "amount",
                            "due_on",
                            "stage",
                            "paid",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "bill.stage_changed"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "month": {
                              "$ref": "#/components/schemas/Month"
                            },
                            "transition": {
                              "type": "string"
                            },
                            "from": {
                              "type": "string"
                            },
                            "to": {
                              "type": "string"
                            },
                            "paid": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "reference": {
                              "type": "string"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "month",
                            "transition",
                            "from",
                            "to",
                            "paid",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "bill.paid"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "month": {
                              "$ref": "#/components/schemas/Month"
                            },
                            "payment": {
                              "$ref": "#/components/schemas/Payment"
                            },
                            "owed": {
                              "type": "integer",
                              "description": "What is still to be paid afterwards.",
                              "format": "int64",
                              "minimum": 0
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "month",
                            "payment",
                            "owed",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "bill.overdue"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "code": {
                              "type": "string"
                            },
                            "key": {
                              "type": "string"
                            },
                            "say": {
                              "$ref": "#/components/schemas/Bilingual"
                            },
                            "numbers": {
                              "type": "object"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "code",
                            "key",
                            "say",
                            "numbers",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "agreement.gap_predicted"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "code": {
                              "type": "string"
                            },
                            "key": {
                              "type": "string"
                            },
                            "say": {
                              "$ref": "#/components/schemas/Bilingual"
                            },
                            "numbers": {
                              "type": "object"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "code",
                            "key",
                            "say",
                            "numbers",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "document.added"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "kind": {
                              "type": "string"
                            },
                            "title": {
                              "type": "string"
                            },
                            "dated": {
                              "$ref": "#/components/schemas/Date"
                            },
                            "reference": {
                              "type": "string"
                            },
                            "sha256": {
                              "type": "string",
                              "pattern": "^[0-9a-f]{64}$"
                            },
                            "note": {
                              "type": "string"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "kind",
                            "title",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "note.added"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "kind": {
                              "type": "string",
                              "enum": [
                                "comment",
                                "context",
                                "missing",
                                "inconsistency"
                              ]
                            },
                            "text": {
                              "type": "string"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "kind",
                            "text",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "data.inconsistent"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "code": {
                              "type": "string"
                            },
                            "key": {
                              "type": "string"
                            },
                            "say": {
                              "$ref": "#/components/schemas/Bilingual"
                            },
                            "numbers": {
                              "type": "object"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "code",
                            "key",
                            "say",
                            "numbers",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "finding.resolved"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "finding": {
                              "type": "string",
                              "description": "The finding's key."
                            },
                            "numbers": {
                              "type": "object",
                              "description": "The numbers it was given for."
                            },
                            "reason": {
                              "type": "string"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "finding",
                            "numbers",
                            "reason",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "coverage.recorded"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "as_of": {
                              "type": "string"
                            },
                            "percent": {
                              "type": "number"
                            },
                            "registered": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "active": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "residents": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "scheme": {
                              "type": "string",
                              "enum": [
                                "prioritas",
                                "cut_off"
                              ],
                              "description": "What BPJS Kesehatan has granted."
                            },
                            "source": {
                              "type": "string"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "as_of",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "uhc.threshold_crossed"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "from": {
                              "$ref": "#/components/schemas/CoverageStatus"
                            },
                            "to": {
                              "$ref": "#/components/schemas/CoverageStatus"
                            },
                            "coverage_percent": {
                              "$ref": "#/components/schemas/Percent"
                            },
                            "active_percent": {
                              "$ref": "#/components/schemas/Percent"
                            },
                            "missing_registered": {
                              "type": "integer",
                              "description": "How many more must be registered for the bar in force.",
                              "format": "int64",
                              "minimum": 0
                            },
                            "missing_active": {
                              "type": "integer",
                              "description": "How many more of the registered must be active.",
                              "format": "int64",
                              "minimum": 0
                            },
                            "as_of": {
                              "type": "string",
                              "description": "A date, a month or a year."
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "from",
                            "to",
                            "as_of",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "reminder.due"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "reminder_id": {
                              "type": "string"
                            },
                            "rule": {
                              "type": "string"
                            },
                            "recipient": {
                              "$ref": "#/components/schemas/Role"
                            },
                            "due_at": {
                              "allOf": [
                                {
                                  "$ref": "#/components/schemas/Moment"
                                }
                              ],
                              "description": "When it should have been sent; later than that has its reason in `late`."
                            },
                            "deadline": {
                              "$ref": "#/components/schemas/Date"
                            },
                            "state": {
                              "type": "string"
                            },
                            "say": {
                              "$ref": "#/components/schemas/Bilingual"
                            },
                            "instead_of": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Role"
                              },
                              "description": "The offices that were reminded before and have not answered."
                            },
                            "estimated": {
                              "type": "boolean",
                              "description": "The deadline rests on a holiday that is not decreed yet."
                            },
                            "late": {
                              "$ref": "#/components/schemas/Lateness"
                            },
                            "collapsed": {
                              "type": "integer",
                              "minimum": 1,
                              "description": "How many earlier reminders of the same deadline were missed, for which this one stands."
                            },
                            "told": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Told"
                              },
                              "description": "The people who hold the office, or stand in for them."
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "reminder_id",
                            "rule",
                            "recipient",
                            "due_at",
                            "state",
                            "say",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "endpoint.disabled"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "reason": {
                              "type": "string"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "reason",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "requirement.waived"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "requirement": {
                              "type": "string"
                            },
                            "say": {
                              "$ref": "#/components/schemas/Bilingual"
                            },
                            "reason": {
                              "type": "string"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "requirement",
                            "say",
                            "reason",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "workflow.migrated"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "migration": {
                              "type": "string",
                              "description": "All that moved together share it."
                            },
                            "undoes": {
                              "type": "string",
                              "description": "The migration that was taken back."
                            },
                            "from_structure": {
                              "type": "string"
                            },
                            "to_structure": {
                              "type": "string"
                            },
                            "from_state": {
                              "type": "string"
                            },
                            "to_state": {
                              "type": "string"
                            },
                            "phase": {
                              "$ref": "#/components/schemas/Phase"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "migration",
                            "from_structure",
                            "to_structure",
                            "from_state",
                            "to_state",
                            "phase",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "agreement.expiring"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "valid_until": {
                              "$ref": "#/components/schemas/Date"
                            },
                            "days": {
                              "type": "integer",
                              "description": "Calendar days to the last day in force."
                            },
                            "successor": {
                              "type": "string",
                              "description": "The paper that renews it, by ref or id."
                            },
                            "successor_phase": {
                              "$ref": "#/components/schemas/Phase"
                            },
                            "instead_of": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Role"
                              },
                              "description": "The offices that were reminded before and have not answered."
                            },
                            "estimated": {
                              "type": "boolean",
                              "description": "The deadline rests on a holiday that is not decreed yet."
                            },
                            "late": {
                              "$ref": "#/components/schemas/Lateness"
                            },
                            "collapsed": {
                              "type": "integer",
                              "minimum": 1,
                              "description": "How many earlier reminders of the same deadline were missed, for which this one stands."
                            },
                            "told": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Told"
                              },
                              "description": "The people who hold the office, or stand in for them."
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "valid_until",
                            "days",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "reminder.escalated"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "reminder_id": {
                              "type": "string"
                            },
                            "rule": {
                              "type": "string"
                            },
                            "recipient": {
                              "$ref": "#/components/schemas/Role"
                            },
                            "due_at": {
                              "allOf": [
                                {
                                  "$ref": "#/components/schemas/Moment"
                                }
                              ],
                              "description": "When it should have been sent; later than that has its reason in `late`."
                            },
                            "deadline": {
                              "$ref": "#/components/schemas/Date"
                            },
                            "state": {
                              "type": "string"
                            },
                            "say": {
                              "$ref": "#/components/schemas/Bilingual"
                            },
                            "instead_of": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Role"
                              },
                              "description": "The offices that were reminded before and have not answered."
                            },
                            "estimated": {
                              "type": "boolean",
                              "description": "The deadline rests on a holiday that is not decreed yet."
                            },
                            "late": {
                              "$ref": "#/components/schemas/Lateness"
                            },
                            "collapsed": {
                              "type": "integer",
                              "minimum": 1,
                              "description": "How many earlier reminders of the same deadline were missed, for which this one stands."
                            },
                            "told": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Told"
                              },
                              "description": "The people who hold the office, or stand in for them."
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "reminder_id",
                            "rule",
                            "recipient",
                            "due_at",
                            "state",
                            "say",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "reminder.acknowledged"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "reminder_id": {
                              "type": "string"
                            },
                            "rule": {
                              "type": "string"
                            },
                            "recipient": {
                              "$ref": "#/components/schemas/Role"
                            },
                            "part": {
                              "type": "string",
                              "description": "The key of the bill or funding line that it is about."
                            },
                            "on_behalf_of": {
                              "type": "string",
                              "description": "For whom, where somebody stands in."
                            },
                            "instead_of": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Role"
                              },
                              "description": "The offices that were reminded before and have not answered."
                            },
                            "estimated": {
                              "type": "boolean",
                              "description": "The deadline rests on a holiday that is not decreed yet."
                            },
                            "late": {
                              "$ref": "#/components/schemas/Lateness"
                            },
                            "collapsed": {
                              "type": "integer",
                              "minimum": 1,
                              "description": "How many earlier reminders of the same deadline were missed, for which this one stands."
                            },
                            "told": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Told"
                              },
                              "description": "The people who hold the office, or stand in for them."
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "reminder_id",
                            "rule",
                            "recipient",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "reminder.snoozed"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "reminder_id": {
                              "type": "string"
                            },
                            "rule": {
                              "type": "string"
                            },
                            "recipient": {
                              "$ref": "#/components/schemas/Role"
                            },
                            "until": {
                              "$ref": "#/components/schemas/Moment"
                            },
                            "reason": {
                              "type": "string"
                            },
                            "times": {
                              "type": "integer",
                              "minimum": 1,
                              "maximum": 2,
                              "description": "How often it has been put off, this time included."
                            },
                            "on_behalf_of": {
                              "type": "string",
                              "description": "For whom, where somebody stands in."
                            },
                            "instead_of": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Role"
                              },
                              "description": "The offices that were reminded before and have not answered."
                            },
                            "estimated": {
                              "type": "boolean",
                              "description": "The deadline rests on a holiday that is not decreed yet."
                            },
                            "late": {
                              "$ref": "#/components/schemas/Lateness"
                            },
                            "collapsed": {
                              "type": "integer",
                              "minimum": 1,
                              "description": "How many earlier reminders of the same deadline were missed, for which this one stands."
                            },
                            "told": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Told"
                              },
                              "description": "The people who hold the office, or stand in for them."
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "region": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "reminder_id",
                            "rule",
                            "recipient",
                            "until",
                            "reason",
                            "times",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "role.vacant"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "role": {
                              "$ref": "#/components/schemas/Role"
                            },
                            "region": {
                              "type": "string"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "role",
                            "region",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "holidays.accepted"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "file": {
                              "type": "string",
                              "description": "The file that brought them; left out where several did."
                            },
                            "added": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Holiday"
                              }
                            },
                            "removed": {
                              "type": "array",
                              "items": {
                                "$ref": "#/components/schemas/Holiday"
                              }
                            },
                            "reminders_moved": {
                              "type": "integer",
                              "minimum": 0,
                              "description": "Reminders that come at another time because of them."
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "added",
                            "removed",
                            "reminders_moved",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  },
                  {
                    "if": {
                      "properties": {
                        "type": {
                          "const": "holidays.missing"
                        }
                      }
                    },
                    "then": {
                      "properties": {
                        "data": {
                          "type": "object",
                          "properties": {
                            "year": {
                              "type": "integer"
                            },
                            "agreement_id": {
                              "type": "string"
                            },
                            "agreement_seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "endpoint_id": {
                              "type": "string"
                            },
                            "ref": {
                              "type": "string"
                            },
                            "seq": {
                              "type": "integer",
                              "format": "int64"
                            },
                            "version": {
                              "type": "integer"
                            },
                            "actor": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "effective_on": {
                              "$ref": "#/components/schemas/Date"
                            }
                          },
                          "required": [
                            "year",
                            "seq",
                            "version",
                            "actor",
                            "effective_on"
                          ],
                          "additionalProperties": false
                        }
                      }
                    }
                  }
                ]
              },
              "EventReference": {
                "type": "object",
                "description": "What finds and orders an event.",
                "properties": {
                  "agreement_id": {
                    "type": "string",
                    "pattern": "^agr_"
                  },
                  "agreement_seq": {
                    "type": "integer",
                    "description": "Position in the agreement's history, from 1 without gaps.",
                    "minimum": 1,
                    "format": "int64"
                  },
                  "endpoint_id": {
                    "type": "string",
                    "pattern": "^we_"
                  },
                  "ref": {
                    "type": "string",
                    "description": "The agreement's ref."
                  },
                  "region": {
                    "$ref": "#/components/schemas/RegionCode"
                  },
                  "seq": {
                    "type": "integer",
                    "description": "Position in the ledger, from 1 without gaps.",
                    "minimum": 1,
                    "format": "int64"
                  },
                  "version": {
                    "type": "integer",
                    "description": "The agreement's version after it; 0 where it is about none.",
                    "minimum": 0
                  },
                  "actor": {
                    "$ref": "#/components/schemas/Actor"
                  },
                  "effective_on": {
                    "$ref": "#/components/schemas/Date"
                  }
                },
                "required": [
                  "seq",
                  "version",
                  "actor",
                  "effective_on"
                ],
                "additionalProperties": false
              },
              "ThinPayload": {
                "type": "object",
                "description": "What a thin endpoint gets in the standard format.",
                "properties": {
                  "type": {
                    "$ref": "#/components/schemas/EventType"
                  },
                  "timestamp": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "data": {
                    "$ref": "#/components/schemas/EventReference"
                  }
                },
                "required": [
                  "type",
                  "timestamp",
                  "data"
                ],
                "additionalProperties": false
              },
              "CloudEvent": {
                "type": "object",
                "description": "An event as CloudEvents 1.0 writes it.",
                "properties": {
                  "specversion": {
                    "type": "string",
                    "const": "1.0"
                  },
                  "id": {
                    "type": "string",
                    "description": "The event's id.",
                    "pattern": "^evt_"
                  },
                  "source": {
                    "type": "string",
                    "description": "The `public_url` of the daemon, or `/pksd`.",
                    "format": "uri-reference"
                  },
                  "type": {
                    "$ref": "#/components/schemas/EventType"
                  },
                  "subject": {
                    "type": "string",
                    "description": "What it is about: the id of an agreement or an endpoint, or a region."
                  },
                  "time": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "sequence": {
                    "type": "string",
                    "description": "Its `seq` in twenty digits, to be compared as text.",
                    "pattern": "^[0-9]{20}$"
                  },
                  "partitionkey": {
                    "type": "string",
                    "description": "Events with the same one arrive in order."
                  },
                  "dataref": {
                    "type": "string",
                    "description": "Where to read it whole; for thin endpoints.",
                    "format": "uri-reference"
                  },
                  "datacontenttype": {
                    "type": "string",
                    "const": "application/json"
                  },
                  "data": {
                    "type": "object",
                    "description": "As in the standard format."
                  }
                },
                "required": [
                  "specversion",
                  "id",
                  "source",
                  "type",
                  "subject",
                  "time",
                  "sequence",
                  "partitionkey",
                  "datacontenttype",
                  "data"
                ],
                "additionalProperties": false
              },
              "AgreementPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/AgreementSummary"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "EventPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Event"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "ReminderPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Reminder"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "DeliveryPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Delivery"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "EndpointPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Endpoint"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Always null: this list has one page."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "ReplayPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Replay"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Always null: this list has one page."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "PulledPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/PulledDelivery"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `after` for what follows; null at the end, where the `cursor` of the last item serves."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "PossibleDuplicatePage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/PossibleDuplicate"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Always null: this list has one page."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "WorkflowPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Workflow"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "Waiver": {
                "type": "object",
                "description": "Somebody who may has let a requirement be; it ends when the agreement moves on.",
                "properties": {
                  "requirement": {
                    "type": "string",
                    "description": "The requirement's id."
                  },
                  "say": {
                    "$ref": "#/components/schemas/Bilingual"
                  },
                  "reason": {
                    "type": "string"
                  },
                  "by": {
                    "$ref": "#/components/schemas/Actor"
                  },
                  "on": {
                    "$ref": "#/components/schemas/Date"
                  }
                },
                "required": [
                  "requirement",
                  "say",
                  "reason",
                  "by",
                  "on"
                ],
                "additionalProperties": false
              },
              "WaiverInput": {
                "type": "object",
                "properties": {
                  "requirement": {
                    "type": "string",
                    "description": "The requirement's id, such as `budget`."
                  },
                  "reason": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 2000
                  }
                },
                "required": [
                  "requirement",
                  "reason"
                ],
                "additionalProperties": false
              },
              "Course": {
                "type": "object",
                "description": "Since when a bill or a funding line is where it is, and how it came there.",
                "properties": {
                  "entered": {
                    "type": "object",
                    "description": "When the present state began, and who moved it there.",
                    "properties": {
                      "on": {
                        "$ref": "#/components/schemas/Date"
                      },
                      "at": {
                        "$ref": "#/components/schemas/Moment"
                      },
                      "by": {
                        "$ref": "#/components/schemas/Actor"
                      }
                    },
                    "required": [
                      "on",
                      "at",
                      "by"
                    ],
                    "additionalProperties": false
                  },
                  "moves": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Move"
                    }
                  }
                },
                "required": [
                  "entered",
                  "moves"
                ],
                "additionalProperties": false
              },
              "RequirementWaived": {
                "type": "object",
                "properties": {
                  "requirement": {
                    "type": "string"
                  },
                  "say": {
                    "$ref": "#/components/schemas/Bilingual"
                  },
                  "reason": {
                    "type": "string"
                  }
                },
                "required": [
                  "requirement",
                  "say",
                  "reason"
                ],
                "additionalProperties": false
              },
              "WorkflowMigrated": {
                "type": "object",
                "properties": {
                  "migration": {
                    "type": "string",
                    "description": "All that moved together share it."
                  },
                  "undoes": {
                    "type": "string",
                    "description": "The migration that was taken back."
                  },
                  "from_structure": {
                    "type": "string"
                  },
                  "to_structure": {
                    "type": "string"
                  },
                  "from_state": {
                    "type": "string"
                  },
                  "to_state": {
                    "type": "string"
                  },
                  "phase": {
                    "$ref": "#/components/schemas/Phase"
                  }
                },
                "required": [
                  "migration",
                  "from_structure",
                  "to_structure",
                  "from_state",
                  "to_state",
                  "phase"
                ],
                "additionalProperties": false
              },
              "FundingAdvance": {
                "type": "object",
                "properties": {
                  "transition": {
                    "type": "string",
                    "description": "A step of the funding workflow."
                  },
                  "reference": {
                    "type": "string",
                    "description": "The paper behind it, such as a DPA number."
                  }
                },
                "required": [
                  "transition"
                ],
                "additionalProperties": false
              },
              "Unmet": {
                "type": "object",
                "properties": {
                  "requirement": {
                    "type": "string"
                  },
                  "say": {
                    "type": "string"
                  },
                  "owner": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "agreements": {
                    "type": "integer",
                    "description": "How many wait for it."
                  }
                },
                "required": [
                  "requirement",
                  "owner",
                  "agreements"
                ],
                "additionalProperties": false
              },
              "RoleHolders": {
                "type": "object",
                "properties": {
                  "role": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "holders": {
                    "type": "integer",
                    "description": "How many people hold it."
                  }
                },
                "required": [
                  "role",
                  "holders"
                ],
                "additionalProperties": false
              },
              "ReminderChanges": {
                "type": "object",
                "properties": {
                  "moved": {
                    "type": "integer",
                    "description": "Come at another time or say something else."
                  },
                  "dropped": {
                    "type": "integer",
                    "description": "Come no longer."
                  },
                  "added": {
                    "type": "integer",
                    "description": "Come in addition."
                  },
                  "late": {
                    "type": "integer",
                    "description": "Should have come already."
                  }
                },
                "required": [
                  "moved",
                  "dropped",
                  "added",
                  "late"
                ],
                "additionalProperties": false
              },
              "HolidayKind": {
                "type": "string",
                "enum": [
                  "libur_nasional",
                  "cuti_bersama",
                  "hari_kerja"
                ],
                "description": "A national holiday; joint leave; or `hari_kerja`: a later decree takes the day back, and it is a working day again."
              },
              "Holiday": {
                "type": "object",
                "properties": {
                  "day": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "name": {
                    "type": "string"
                  },
                  "kind": {
                    "type": "string",
                    "enum": [
                      "libur_nasional",
                      "cuti_bersama"
                    ]
                  },
                  "estimated": {
                    "type": "boolean",
                    "description": "The date waits for a sighting or a decree and may still move."
                  }
                },
                "required": [
                  "day",
                  "name",
                  "kind",
                  "estimated"
                ],
                "additionalProperties": false
              },
              "HolidayOfFile": {
                "type": "object",
                "properties": {
                  "day": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "name": {
                    "type": "string"
                  },
                  "kind": {
                    "$ref": "#/components/schemas/HolidayKind"
                  },
                  "estimated": {
                    "type": "boolean",
                    "description": "The date waits for a sighting or a decree and may still move."
                  },
                  "file": {
                    "type": "string",
                    "description": "The file that has the last word on the day."
                  }
                },
                "required": [
                  "day",
                  "name",
                  "kind",
                  "estimated"
                ],
                "additionalProperties": false
              },
              "HolidayFileInput": {
                "type": "object",
                "properties": {
                  "name": {
                    "type": "string",
                    "description": "Such as `2027-revisi.csv`; files count in the order of their names without the extension.",
                    "pattern": "^[A-Za-z0-9_-][A-Za-z0-9._-]{0,75}\\.csv$"
                  },
                  "csv": {
                    "type": "string",
                    "description": "The whole file: `date,name,kind,estimated`, a day on each line, none twice; 500 lines and 64 KiB at most.",
                    "maxLength": 65536
                  }
                },
                "required": [
                  "name",
                  "csv"
                ],
                "additionalProperties": false
              },
              "HolidayPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/HolidayOfFile"
                    },
                    "description": "Days off, in order."
                  },
                  "next_cursor": {
                    "type": "null"
                  },
                  "taken_back": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/HolidayOfFile"
                    },
                    "description": "Days that a file has made working days again."
                  },
                  "years": {
                    "type": "array",
                    "items": {
                      "type": "integer"
                    },
                    "description": "The years whose days off are known."
                  },
                  "missing": {
                    "type": "array",
                    "items": {
                      "type": "integer"
                    },
                    "description": "Years that should be known by now and are not: the present one, and from 1 October the next."
                  },
                  "files": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "name": {
                          "type": "string"
                        },
                        "days": {
                          "type": "integer",
                          "minimum": 0,
                          "description": "How many days it names."
                        },
                        "accepted_at": {
                          "$ref": "#/components/schemas/Moment"
                        },
                        "accepted_by": {
                          "$ref": "#/components/schemas/Actor"
                        }
                      },
                      "required": [
                        "name",
                        "days"
                      ],
                      "additionalProperties": false
                    },
                    "description": "What is read, in the order in which it counts; `accepted_at` where it came over the API."
                  }
                },
                "required": [
                  "items",
                  "next_cursor",
                  "taken_back",
                  "years",
                  "missing",
                  "files"
                ],
                "additionalProperties": false
              },
              "HolidaysPreview": {
                "type": "object",
                "description": "What a holiday file would do.",
                "properties": {
                  "name": {
                    "type": "string"
                  },
                  "added": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Holiday"
                    },
                    "description": "Days off that are new, or otherwise than before."
                  },
                  "removed": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Holiday"
                    },
                    "description": "Days off that are gone, or otherwise now."
                  },
                  "reminders": {
                    "$ref": "#/components/schemas/ReminderChanges"
                  },
                  "deadlines": {
                    "type": "array",
                    "description": "The reminders that change, in order of time. `late` are also those that were sent before and whose deadline is another now; `reminders` counts only those that were still to come.",
                    "items": {
                      "type": "object",
                      "properties": {
                        "agreement_id": {
                          "type": "string"
                        },
                        "ref": {
                          "type": "string"
                        },
                        "title": {
                          "type": "string"
                        },
                        "region": {
                          "type": "string"
                        },
                        "change": {
                          "type": "string",
                          "enum": [
                            "moved",
                            "dropped",
                            "added",
                            "late"
                          ]
                        },
                        "rule": {
                          "type": "string"
                        },
                        "recipient": {
                          "$ref": "#/components/schemas/Role"
                        },
                        "deadline_before": {
                          "$ref": "#/components/schemas/Date"
                        },
                        "deadline_after": {
                          "$ref": "#/components/schemas/Date"
                        },
                        "due_before": {
                          "$ref": "#/components/schemas/Moment"
                        },
                        "due_after": {
                          "$ref": "#/components/schemas/Moment"
                        },
                        "estimated": {
                          "type": "boolean",
                          "description": "It will rest on a day off that may still move."
                        }
                      },
                      "required": [
                        "agreement_id",
                        "title",
                        "region",
                        "change",
                        "rule",
                        "recipient",
                        "estimated"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "more": {
                    "type": "integer",
                    "minimum": 0,
                    "description": "How many change besides."
                  }
                },
                "required": [
                  "name",
                  "added",
                  "removed",
                  "reminders",
                  "deadlines",
                  "more"
                ],
                "additionalProperties": false
              },
              "AcceptedHolidays": {
                "type": "object",
                "properties": {
                  "name": {
                    "type": "string"
                  },
                  "accepted_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "accepted_by": {
                    "$ref": "#/components/schemas/Actor"
                  },
                  "added": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Holiday"
                    },
                    "description": "Days off that are new, or otherwise than before."
                  },
                  "removed": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Holiday"
                    },
                    "description": "Days off that are gone, or otherwise now."
                  },
                  "reminders_moved": {
                    "type": "integer",
                    "minimum": 0,
                    "description": "Reminders that come at another time, or say something else."
                  }
                },
                "required": [
                  "name",
                  "accepted_at",
                  "accepted_by",
                  "added",
                  "removed",
                  "reminders_moved"
                ],
                "additionalProperties": false
              },
              "PreviewInput": {
                "type": "object",
                "properties": {
                  "text": {
                    "type": "string",
                    "description": "The whole proposed file."
                  },
                  "replay": {
                    "type": "boolean",
                    "description": "Also run every recorded history against it."
                  }
                },
                "required": [
                  "text"
                ],
                "additionalProperties": false
              },
              "WorkflowPreview": {
                "type": "object",
                "properties": {
                  "workflow": {
                    "type": "string"
                  },
                  "version": {
                    "type": "string"
                  },
                  "structure": {
                    "type": "string"
                  },
                  "policy": {
                    "type": "string"
                  },
                  "structure_changes": {
                    "type": "boolean"
                  },
                  "policy_changes": {
                    "type": "boolean"
                  },
                  "reminders": {
                    "$ref": "#/components/schemas/ReminderChanges"
                  },
                  "nowhere": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "state": {
                          "type": "string"
                        },
                        "agreements": {
                          "type": "array",
                          "items": {
                            "type": "string"
                          }
                        }
                      },
                      "required": [
                        "state",
                        "agreements"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "replay": {
                    "type": "object",
                    "properties": {
                      "agreements": {
                        "type": "integer"
                      },
                      "steps": {
                        "type": "integer"
                      },
                      "refused": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "agreement": {
                              "type": "string"
                            },
                            "transition": {
                              "type": "string"
                            },
                            "on": {
                              "$ref": "#/components/schemas/Date"
                            },
                            "by": {
                              "$ref": "#/components/schemas/Actor"
                            },
                            "why": {
                              "type": "array",
                              "items": {
                                "type": "string"
                              }
                            }
                          },
                          "required": [
                            "agreement",
                            "transition",
                            "on",
                            "by",
                            "why"
                          ],
                          "additionalProperties": false
                        }
                      },
                      "reminders": {
                        "type": "object",
                        "properties": {
                          "same": {
                            "type": "integer"
                          },
                          "moved": {
                            "type": "integer"
                          },
                          "dropped": {
                            "type": "integer"
                          },
                          "added": {
                            "type": "integer"
                          }
                        },
                        "required": [
                          "same",
                          "moved",
                          "dropped",
                          "added"
                        ],
                        "additionalProperties": false
                      }
                    },
                    "required": [
                      "agreements",
                      "steps",
                      "refused",
                      "reminders"
                    ],
                    "additionalProperties": false
                  }
                },
                "required": [
                  "workflow",
                  "version",
                  "structure",
                  "policy",
                  "structure_changes",
                  "policy_changes",
                  "reminders",
                  "nowhere"
                ],
                "additionalProperties": false
              },
              "MigrationInput": {
                "type": "object",
                "properties": {
                  "from": {
                    "type": "string",
                    "description": "The structure they leave, or its first letters; all but the one in force without it."
                  },
                  "states": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "string"
                    },
                    "description": "Where states go that are gone or are to change."
                  },
                  "apply": {
                    "type": "boolean",
                    "description": "Only a preview without it."
                  }
                },
                "required": [],
                "additionalProperties": false
              },
              "MigrationReport": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "description": "Once it has been applied."
                  },
                  "undoes": {
                    "type": "string"
                  },
                  "applied": {
                    "type": "boolean"
                  },
                  "moves": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "from_structure": {
                          "type": "string"
                        },
                        "to_structure": {
                          "type": "string"
                        },
                        "from": {
                          "type": "string"
                        },
                        "to": {
                          "type": "string"
                        },
                        "agreements": {
                          "type": "integer"
                        }
                      },
                      "required": [
                        "from_structure",
                        "to_structure",
                        "from",
                        "to",
                        "agreements"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "left_behind": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "agreement": {
                          "type": "string"
                        },
                        "state": {
                          "type": "string"
                        },
                        "why": {
                          "type": "string"
                        },
                        "needs_state": {
                          "type": "boolean",
                          "description": "A plan that says where its state goes would move it."
                        }
                      },
                      "required": [
                        "agreement",
                        "state",
                        "why",
                        "needs_state"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "reminders": {
                    "$ref": "#/components/schemas/ReminderChanges"
                  }
                },
                "required": [
                  "applied",
                  "moves",
                  "left_behind",
                  "reminders"
                ],
                "additionalProperties": false
              },
              "Migration": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "undoes": {
                    "type": "string"
                  },
                  "workflow": {
                    "type": "string"
                  },
                  "agreements": {
                    "type": "integer"
                  },
                  "by": {
                    "$ref": "#/components/schemas/Actor"
                  },
                  "at": {
                    "$ref": "#/components/schemas/Moment"
                  }
                },
                "required": [
                  "id",
                  "workflow",
                  "agreements",
                  "by",
                  "at"
                ],
                "additionalProperties": false
              },
              "UndoInput": {
                "type": "object",
                "properties": {
                  "apply": {
                    "type": "boolean",
                    "description": "Only a preview without it."
                  }
                },
                "required": [],
                "additionalProperties": false
              },
              "UnmetPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Unmet"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "RoleHoldersPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/RoleHolders"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "MigrationPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Migration"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "ThresholdPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Threshold"
                    },
                    "description": "By the day from which each holds."
                  },
                  "next_cursor": {
                    "type": "null",
                    "description": "There is always one page."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "Lateness": {
                "type": "object",
                "description": "Why something came later than planned, and between when and when that was so. Of an outage, `from` is the last sign of life and `to` the start.",
                "properties": {
                  "cause": {
                    "type": "string",
                    "enum": [
                      "outage",
                      "entered_late",
                      "delayed"
                    ],
                    "description": "`outage`: the service was not running; `entered_late`: what calls for it was entered, or the rules were changed, after its time; `delayed`: the service was running and could not."
                  },
                  "from": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "to": {
                    "$ref": "#/components/schemas/Moment"
                  }
                },
                "required": [
                  "cause",
                  "from",
                  "to"
                ],
                "additionalProperties": false
              },
              "Told": {
                "type": "object",
                "description": "Somebody who was told.",
                "properties": {
                  "name": {
                    "type": "string"
                  },
                  "on_behalf_of": {
                    "type": "string",
                    "description": "Whom they stand in for."
                  }
                },
                "required": [
                  "name"
                ],
                "additionalProperties": false
              },
              "ReminderAcknowledged": {
                "type": "object",
                "description": "Somebody has seen a reminder and is on it.",
                "properties": {
                  "reminder_id": {
                    "type": "string"
                  },
                  "rule": {
                    "type": "string"
                  },
                  "recipient": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "part": {
                    "type": "string",
                    "description": "The key of the bill or funding line that it is about."
                  },
                  "on_behalf_of": {
                    "type": "string",
                    "description": "For whom, where somebody stands in."
                  }
                },
                "required": [
                  "reminder_id",
                  "rule",
                  "recipient"
                ],
                "additionalProperties": false
              },
              "ReminderSnoozed": {
                "type": "object",
                "description": "Somebody puts a reminder off.",
                "properties": {
                  "reminder_id": {
                    "type": "string"
                  },
                  "rule": {
                    "type": "string"
                  },
                  "recipient": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "until": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "reason": {
                    "type": "string"
                  },
                  "times": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 2,
                    "description": "How often it has been put off, this time included."
                  },
                  "on_behalf_of": {
                    "type": "string",
                    "description": "For whom, where somebody stands in."
                  }
                },
                "required": [
                  "reminder_id",
                  "rule",
                  "recipient",
                  "until",
                  "reason",
                  "times"
                ],
                "additionalProperties": false
              },
              "AgreementExpiring": {
                "type": "object",
                "description": "A paper is about to end.",
                "properties": {
                  "valid_until": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "days": {
                    "type": "integer",
                    "description": "Calendar days to the last day in force."
                  },
                  "successor": {
                    "type": "string",
                    "description": "The paper that renews it, by ref or id."
                  },
                  "successor_phase": {
                    "$ref": "#/components/schemas/Phase"
                  }
                },
                "required": [
                  "valid_until",
                  "days"
                ],
                "additionalProperties": false
              },
              "RoleVacant": {
                "type": "object",
                "description": "A reminder went to an office that nobody holds in its region. Told once, and again only after somebody has held it.",
                "properties": {
                  "role": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "region": {
                    "$ref": "#/components/schemas/RegionCode"
                  }
                },
                "required": [
                  "role",
                  "region"
                ],
                "additionalProperties": false
              },
              "HolidaysAccepted": {
                "type": "object",
                "description": "Other days off have come into force.",
                "properties": {
                  "file": {
                    "type": "string",
                    "description": "The file that brought them; left out where several did."
                  },
                  "added": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Holiday"
                    }
                  },
                  "removed": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Holiday"
                    }
                  },
                  "reminders_moved": {
                    "type": "integer",
                    "minimum": 0,
                    "description": "Reminders that come at another time because of them."
                  }
                },
                "required": [
                  "added",
                  "removed",
                  "reminders_moved"
                ],
                "additionalProperties": false
              },
              "HolidaysMissing": {
                "type": "object",
                "description": "October has come, and the days off of the next year are not known.",
                "properties": {
                  "year": {
                    "type": "integer"
                  }
                },
                "required": [
                  "year"
                ],
                "additionalProperties": false
              },
              "PersonName": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "pattern": "^per_"
                  },
                  "name": {
                    "type": "string"
                  }
                },
                "required": [
                  "id",
                  "name"
                ],
                "additionalProperties": false
              },
              "NewPerson": {
                "type": "object",
                "description": "An official who is to be reminded; never a resident.",
                "properties": {
                  "name": {
                    "type": "string",
                    "description": "A token of the same name belongs to the same person.",
                    "minLength": 1,
                    "maxLength": 200
                  },
                  "roles": {
                    "type": "array",
                    "items": {
                      "type": "string",
                      "enum": [
                        "coordinator",
                        "unit_pic",
                        "unit_head",
                        "legal",
                        "tkksd",
                        "secretary",
                        "region_head",
                        "finance",
                        "bpjs_pic",
                        "bpjs_head",
                        "auditor",
                        "admin"
                      ]
                    },
                    "minItems": 1,
                    "maxItems": 20
                  },
                  "regions": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/RegionCode"
                    },
                    "maxItems": 600,
                    "description": "Empty for everywhere."
                  },
                  "email": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "A bare address of 254 bytes at most.",
                    "maxLength": 254
                  },
                  "language": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "enum": [
                      "id",
                      "en",
                      null
                    ],
                    "description": "Of mail to them."
                  },
                  "mail": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "enum": [
                      "each",
                      "digest",
                      "off",
                      null
                    ],
                    "description": "`each`: the urgent at once and the rest once a day; `digest`: all once a day; `off`: none."
                  },
                  "digest_hour": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "minimum": 0,
                    "maximum": 23,
                    "description": "When the daily digest comes, local time."
                  },
                  "quiet_from": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "minimum": 0,
                    "maximum": 23,
                    "description": "From this hour on no mail comes, local time."
                  },
                  "quiet_until": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "minimum": 0,
                    "maximum": 23,
                    "description": "Until this hour; the same as `quiet_from` for no quiet hours."
                  }
                },
                "required": [
                  "name",
                  "roles"
                ],
                "additionalProperties": false
              },
              "PersonChange": {
                "type": "object",
                "description": "What is left out stays. Everybody may change `language`, `mail`, `digest_hour`, `quiet_from` and `quiet_until` of themselves.",
                "properties": {
                  "name": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 200
                  },
                  "roles": {
                    "type": "array",
                    "items": {
                      "type": "string",
                      "enum": [
                        "coordinator",
                        "unit_pic",
                        "unit_head",
                        "legal",
                        "tkksd",
                        "secretary",
                        "region_head",
                        "finance",
                        "bpjs_pic",
                        "bpjs_head",
                        "auditor",
                        "admin"
                      ]
                    },
                    "minItems": 1,
                    "maxItems": 20
                  },
                  "regions": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/RegionCode"
                    },
                    "maxItems": 600,
                    "description": "Empty for everywhere."
                  },
                  "email": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "null takes it away.",
                    "maxLength": 254
                  },
                  "language": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "enum": [
                      "id",
                      "en",
                      null
                    ],
                    "description": "Of mail to them."
                  },
                  "mail": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "enum": [
                      "each",
                      "digest",
                      "off",
                      null
                    ],
                    "description": "`each`: the urgent at once and the rest once a day; `digest`: all once a day; `off`: none."
                  },
                  "digest_hour": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "minimum": 0,
                    "maximum": 23,
                    "description": "When the daily digest comes, local time."
                  },
                  "quiet_from": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "minimum": 0,
                    "maximum": 23,
                    "description": "From this hour on no mail comes, local time."
                  },
                  "quiet_until": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "minimum": 0,
                    "maximum": 23,
                    "description": "Until this hour; the same as `quiet_from` for no quiet hours."
                  }
                },
                "additionalProperties": false
              },
              "Person": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "pattern": "^per_"
                  },
                  "name": {
                    "type": "string"
                  },
                  "roles": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Role"
                    }
                  },
                  "regions": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/RegionCode"
                    },
                    "description": "Empty for everywhere."
                  },
                  "email": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "language": {
                    "type": "string",
                    "enum": [
                      "id",
                      "en"
                    ],
                    "description": "Of mail to them."
                  },
                  "mail": {
                    "type": "string",
                    "enum": [
                      "each",
                      "digest",
                      "off"
                    ],
                    "description": "`each`: the urgent at once and the rest once a day; `digest`: all once a day; `off`: none."
                  },
                  "digest_hour": {
                    "type": "integer",
                    "minimum": 0,
                    "maximum": 23,
                    "description": "When the daily digest comes, local time."
                  },
                  "quiet_from": {
                    "type": "integer",
                    "minimum": 0,
                    "maximum": 23,
                    "description": "From this hour on no mail comes, local time."
                  },
                  "quiet_until": {
                    "type": "integer",
                    "minimum": 0,
                    "maximum": 23,
                    "description": "Until this hour; the same as `quiet_from` for no quiet hours."
                  },
                  "away": {
                    "anyOf": [
                      {
                        "type": "object",
                        "properties": {
                          "from": {
                            "$ref": "#/components/schemas/Date"
                          },
                          "until": {
                            "$ref": "#/components/schemas/Date"
                          },
                          "substitute": {
                            "$ref": "#/components/schemas/PersonName"
                          }
                        },
                        "required": [
                          "from",
                          "until",
                          "substitute"
                        ],
                        "additionalProperties": false
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "Who stands in for them today."
                  },
                  "created_at": {
                    "$ref": "#/components/schemas/Moment"
                  }
                },
                "required": [
                  "id",
                  "name",
                  "roles",
                  "regions",
                  "email",
                  "language",
                  "mail",
                  "digest_hour",
                  "quiet_from",
                  "quiet_until",
                  "away",
                  "created_at"
                ],
                "additionalProperties": false
              },
              "NewDelegation": {
                "type": "object",
                "properties": {
                  "substitute": {
                    "type": "string",
                    "description": "By id or name.",
                    "minLength": 1,
                    "maxLength": 200
                  },
                  "from": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "until": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      }
                    ],
                    "description": "Included; at most 366 days, and not past."
                  },
                  "reason": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "minLength": 1,
                    "maxLength": 500
                  }
                },
                "required": [
                  "substitute",
                  "from",
                  "until"
                ],
                "additionalProperties": false
              },
              "Delegation": {
                "type": "object",
                "description": "While somebody is away, another is told in their place and may answer for them.",
                "properties": {
                  "id": {
                    "type": "string",
                    "pattern": "^del_"
                  },
                  "person": {
                    "$ref": "#/components/schemas/PersonName"
                  },
                  "substitute": {
                    "$ref": "#/components/schemas/PersonName"
                  },
                  "from": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "until": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "reason": {
                    "type": "string"
                  },
                  "created_by": {
                    "$ref": "#/components/schemas/Actor"
                  },
                  "created_at": {
                    "$ref": "#/components/schemas/Moment"
                  }
                },
                "required": [
                  "id",
                  "person",
                  "substitute",
                  "from",
                  "until",
                  "created_by",
                  "created_at"
                ],
                "additionalProperties": false
              },
              "Mail": {
                "type": "object",
                "description": "A mail, without its bytes.",
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "to": {
                    "$ref": "#/components/schemas/PersonName"
                  },
                  "subject": {
                    "type": "string"
                  },
                  "state": {
                    "type": "string",
                    "enum": [
                      "pending",
                      "in_flight",
                      "sent",
                      "failed"
                    ]
                  },
                  "attempts": {
                    "type": "integer",
                    "minimum": 0
                  },
                  "due_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "created_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "last_reply": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "What the mail server said last, or why there was no answer."
                  }
                },
                "required": [
                  "id",
                  "to",
                  "subject",
                  "state",
                  "attempts",
                  "due_at",
                  "created_at",
                  "last_reply"
                ],
                "additionalProperties": false
              },
              "Notice": {
                "type": "object",
                "description": "What one person is told by mail.",
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "person": {
                    "$ref": "#/components/schemas/PersonName"
                  },
                  "on_behalf_of": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "The name of whom they stand in for."
                  },
                  "reminder_id": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "null where it is about something else, such as a vacant office."
                  },
                  "agreement_id": {
                    "type": "string"
                  },
                  "ref": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "title": {
                    "type": "string"
                  },
                  "region": {
                    "type": "string"
                  },
                  "role": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "say": {
                    "type": "string"
                  },
                  "deadline": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "estimated": {
                    "type": "boolean"
                  },
                  "urgent": {
                    "type": "boolean",
                    "description": "Comes at once, and not with the daily digest."
                  },
                  "instead_of": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Role"
                    }
                  },
                  "late": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Lateness"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "collapsed": {
                    "type": "integer",
                    "minimum": 0
                  },
                  "state": {
                    "type": "string",
                    "enum": [
                      "waiting",
                      "mailed",
                      "dropped"
                    ],
                    "description": "`dropped`: the person has no address or wants no mail."
                  },
                  "due_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "created_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "mail": {
                    "anyOf": [
                      {
                        "type": "object",
                        "properties": {
                          "id": {
                            "type": "string"
                          },
                          "state": {
                            "type": "string",
                            "enum": [
                              "pending",
                              "in_flight",
                              "sent",
                              "failed"
                            ]
                          },
                          "subject": {
                            "type": "string"
                          },
                          "last_reply": {
                            "type": "string"
                          }
                        },
                        "required": [
                          "id",
                          "state",
                          "subject"
                        ],
                        "additionalProperties": false
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "The mail that it went into."
                  }
                },
                "required": [
                  "id",
                  "person",
                  "on_behalf_of",
                  "reminder_id",
                  "agreement_id",
                  "ref",
                  "title",
                  "region",
                  "role",
                  "say",
                  "deadline",
                  "estimated",
                  "urgent",
                  "instead_of",
                  "late",
                  "collapsed",
                  "state",
                  "due_at",
                  "created_at",
                  "mail"
                ],
                "additionalProperties": false
              },
              "PersonPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Person"
                    }
                  },
                  "next_cursor": {
                    "type": "null",
                    "description": "There is always one page."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "DelegationPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Delegation"
                    }
                  },
                  "next_cursor": {
                    "type": "null",
                    "description": "There is always one page."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "Token": {
                "type": "object",
                "description": "What lets a program in.",
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "name": {
                    "type": "string"
                  },
                  "role": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "regions": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    },
                    "description": "Codes; none for everywhere."
                  },
                  "token": {
                    "type": "string",
                    "description": "Only where it was just made."
                  },
                  "created_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "made_by": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Actor"
                      },
                      {
                        "type": "null"
                      }
                    ],
                    "description": "Null for one that was made on the machine."
                  },
                  "expires_at": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Moment"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "last_used_on": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Date"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  }
                },
                "required": [
                  "id",
                  "name",
                  "role",
                  "regions",
                  "created_at",
                  "made_by",
                  "expires_at",
                  "last_used_on"
                ],
                "additionalProperties": false
              },
              "TokenPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Token"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "NewToken": {
                "type": "object",
                "properties": {
                  "name": {
                    "type": "string"
                  },
                  "role": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "regions": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  },
                  "expires_at": {
                    "$ref": "#/components/schemas/Moment"
                  }
                },
                "required": [
                  "name",
                  "role"
                ],
                "additionalProperties": false
              },
              "InvitationLink": {
                "type": "object",
                "properties": {
                  "person": {
                    "$ref": "#/components/schemas/PersonName"
                  },
                  "path": {
                    "type": "string"
                  },
                  "url": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Null where the daemon does not know where others reach it."
                  },
                  "expires_at": {
                    "$ref": "#/components/schemas/Moment"
                  }
                },
                "required": [
                  "person",
                  "path",
                  "url",
                  "expires_at"
                ],
                "additionalProperties": false
              },
              "Session": {
                "type": "object",
                "description": "A browser in which somebody is signed in.",
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "role": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "network": {
                    "type": "string",
                    "description": "Never the whole address."
                  },
                  "agent": {
                    "type": "string"
                  },
                  "created_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "last_seen_at": {
                    "$ref": "#/components/schemas/Moment"
                  }
                },
                "required": [
                  "id",
                  "role",
                  "network",
                  "agent",
                  "created_at",
                  "last_seen_at"
                ],
                "additionalProperties": false
              },
              "SessionPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Session"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "AccessEntry": {
                "type": "object",
                "properties": {
                  "seq": {
                    "type": "integer"
                  },
                  "at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "act": {
                    "type": "string",
                    "enum": [
                      "sign_in",
                      "sign_in_refused",
                      "sign_out",
                      "role_switched",
                      "password_set",
                      "identity_linked",
                      "invitation_made",
                      "account_disabled",
                      "account_enabled",
                      "session_ended",
                      "token_made",
                      "token_revoked",
                      "person_saved",
                      "person_deleted",
                      "export",
                      "read_sensitive",
                      "report"
                    ]
                  },
                  "who": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "The id of a person or token."
                  },
                  "name": {
                    "type": "string"
                  },
                  "network": {
                    "type": "string"
                  },
                  "detail": {
                    "type": "string"
                  }
                },
                "required": [
                  "seq",
                  "at",
                  "act",
                  "who",
                  "name",
                  "network",
                  "detail"
                ],
                "additionalProperties": false
              },
              "AccessPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/AccessEntry"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "MailPage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Mail"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "NoticePage": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Notice"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  }
                },
                "required": [
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "Acknowledgement": {
                "type": "object",
                "description": "The last acknowledgement of a stage.",
                "properties": {
                  "part": {
                    "type": "string",
                    "description": "The key of a bill or funding line; left out for the agreement itself."
                  },
                  "moves": {
                    "type": "integer",
                    "minimum": 0,
                    "description": "How often that had moved by then; another move ends what was acknowledged."
                  },
                  "on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "by": {
                    "$ref": "#/components/schemas/Actor"
                  }
                },
                "required": [
                  "moves",
                  "on",
                  "by"
                ],
                "additionalProperties": false
              },
              "WorkItem": {
                "type": "object",
                "description": "Something that one office must do for one agreement, and what is lost if it is left.",
                "properties": {
                  "kind": {
                    "type": "string",
                    "enum": [
                      "step",
                      "bill",
                      "funding",
                      "renewal",
                      "finding"
                    ]
                  },
                  "name": {
                    "type": "string",
                    "description": "The bill's month, the funding line's or the finding's key."
                  },
                  "role": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "people": {
                    "type": "integer",
                    "description": "Who lose or lack cover."
                  },
                  "rupiah": {
                    "$ref": "#/components/schemas/Rupiah"
                  },
                  "due_on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "visible_from": {
                    "$ref": "#/components/schemas/Date"
                  }
                },
                "required": [
                  "kind",
                  "role",
                  "people",
                  "rupiah",
                  "visible_from"
                ],
                "additionalProperties": false
              },
              "NextStep": {
                "type": "object",
                "description": "The one thing by which the one who asks moves an agreement.",
                "properties": {
                  "act": {
                    "type": "string",
                    "enum": [
                      "transition",
                      "sign",
                      "name_signatory",
                      "document",
                      "fund",
                      "count_members",
                      "field",
                      "bill",
                      "funding",
                      "waive",
                      "renew",
                      "resolve",
                      "wait",
                      "nothing"
                    ]
                  },
                  "say": {
                    "type": "string"
                  },
                  "transition": {
                    "type": "string",
                    "description": "Of the agreement, the bill or the funding line."
                  },
                  "party": {
                    "type": "string"
                  },
                  "document": {
                    "type": "string",
                    "description": "The kind that is missing."
                  },
                  "field": {
                    "type": "string"
                  },
                  "month": {
                    "$ref": "#/components/schemas/Month"
                  },
                  "line": {
                    "type": "string"
                  },
                  "requirement": {
                    "type": "string"
                  },
                  "finding": {
                    "type": "string"
                  },
                  "waits_for": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Role"
                    },
                    "description": "Empty where only a day must come."
                  }
                },
                "required": [
                  "act",
                  "say"
                ],
                "additionalProperties": false
              },
              "WorkEntry": {
                "type": "object",
                "description": "An agreement with what the office must do for it.",
                "properties": {
                  "id": {
                    "type": "string",
                    "pattern": "^agr_"
                  },
                  "ref": {
                    "type": "string"
                  },
                  "workflow": {
                    "type": "object",
                    "properties": {
                      "id": {
                        "type": "string"
                      },
                      "structure": {
                        "type": "string",
                        "description": "Hash of the workflow's structure."
                      }
                    },
                    "required": [
                      "id",
                      "structure"
                    ],
                    "additionalProperties": false
                  },
                  "kind": {
                    "$ref": "#/components/schemas/Kind"
                  },
                  "program": {
                    "$ref": "#/components/schemas/Programme"
                  },
                  "title": {
                    "type": "string"
                  },
                  "region": {
                    "type": "string"
                  },
                  "parties": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Party"
                    }
                  },
                  "witnesses": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Witness"
                    }
                  },
                  "valid_from": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "valid_until": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "parent": {
                    "type": "string"
                  },
                  "renews": {
                    "type": "string"
                  },
                  "source": {
                    "type": "string"
                  },
                  "state": {
                    "type": "string"
                  },
                  "phase": {
                    "$ref": "#/components/schemas/Phase"
                  },
                  "entered": {
                    "type": "object",
                    "description": "When the present state began, and who moved it there.",
                    "properties": {
                      "on": {
                        "$ref": "#/components/schemas/Date"
                      },
                      "at": {
                        "$ref": "#/components/schemas/Moment"
                      },
                      "by": {
                        "$ref": "#/components/schemas/Actor"
                      }
                    },
                    "required": [
                      "on",
                      "at",
                      "by"
                    ],
                    "additionalProperties": false
                  },
                  "moves": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Move"
                    },
                    "description": "Every move so far, oldest first."
                  },
                  "fields": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Figure"
                      }
                    },
                    "description": "Every figure on record, the newest last."
                  },
                  "funding": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/FundingLine"
                    }
                  },
                  "members": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/MemberCount"
                    }
                  },
                  "member_changes": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/MemberChange"
                    },
                    "description": "Who joined and left, month by month."
                  },
                  "bills": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Bill"
                    }
                  },
                  "documents": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Document"
                    }
                  },
                  "notes": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Note"
                    }
                  },
                  "told": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "object"
                    },
                    "description": "The numbers of findings when they were last told about, by their key."
                  },
                  "resolutions": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Resolution"
                    },
                    "description": "Findings that somebody has settled."
                  },
                  "acknowledgements": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Acknowledgement"
                    },
                    "description": "Who is on it: the last answer to a reminder of each stage."
                  },
                  "version": {
                    "type": "integer",
                    "description": "The entity tag of the record.",
                    "minimum": 1
                  },
                  "created_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "updated_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "region_name": {
                    "type": "string"
                  },
                  "state_label": {
                    "type": "string"
                  },
                  "waiting_on": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Role"
                    }
                  },
                  "deadline": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "findings_count": {
                    "type": "integer",
                    "description": "How many findings are open.",
                    "minimum": 0
                  },
                  "waivers": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Waiver"
                    },
                    "description": "What has been waived in the present state."
                  },
                  "courses": {
                    "type": "object",
                    "additionalProperties": {
                      "$ref": "#/components/schemas/Course"
                    },
                    "description": "By the key of a bill or a funding line, such as `bill/2026-03` or `funding/apbd_ii-2026`."
                  },
                  "work": {
                    "type": "object",
                    "properties": {
                      "items": {
                        "type": "array",
                        "items": {
                          "$ref": "#/components/schemas/WorkItem"
                        },
                        "minItems": 1,
                        "description": "The gravest first."
                      },
                      "next": {
                        "$ref": "#/components/schemas/NextStep"
                      }
                    },
                    "required": [
                      "items",
                      "next"
                    ],
                    "additionalProperties": false
                  }
                },
                "required": [
                  "id",
                  "workflow",
                  "kind",
                  "program",
                  "title",
                  "region",
                  "parties",
                  "witnesses",
                  "state",
                  "phase",
                  "entered",
                  "moves",
                  "fields",
                  "funding",
                  "members",
                  "member_changes",
                  "bills",
                  "documents",
                  "notes",
                  "told",
                  "resolutions",
                  "version",
                  "created_at",
                  "updated_at",
                  "state_label",
                  "waiting_on",
                  "findings_count",
                  "waivers",
                  "courses",
                  "work"
                ],
                "additionalProperties": false
              },
              "Worklist": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/WorkEntry"
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  },
                  "agreements": {
                    "type": "integer",
                    "description": "How many there are on all pages."
                  },
                  "overdue": {
                    "type": "integer",
                    "description": "How many of them are past the deadline."
                  },
                  "people": {
                    "type": "integer",
                    "description": "Of the gravest item of each."
                  },
                  "rupiah": {
                    "type": "integer"
                  }
                },
                "required": [
                  "items",
                  "next_cursor",
                  "agreements",
                  "overdue",
                  "people",
                  "rupiah"
                ],
                "additionalProperties": false
              },
              "Tally": {
                "type": "object",
                "description": "How many agreements stand in a state.",
                "properties": {
                  "phase": {
                    "$ref": "#/components/schemas/Phase"
                  },
                  "workflow": {
                    "type": "string"
                  },
                  "state": {
                    "type": "string"
                  },
                  "state_label": {
                    "type": "string"
                  },
                  "agreements": {
                    "type": "integer"
                  }
                },
                "required": [
                  "phase",
                  "workflow",
                  "state",
                  "state_label",
                  "agreements"
                ],
                "additionalProperties": false
              },
              "DwellTime": {
                "type": "object",
                "description": "How long agreements stayed in a state that they left, in days.",
                "properties": {
                  "workflow": {
                    "type": "string"
                  },
                  "state": {
                    "type": "string"
                  },
                  "state_label": {
                    "type": "string"
                  },
                  "stays": {
                    "type": "integer"
                  },
                  "median": {
                    "type": "integer"
                  },
                  "ninetieth": {
                    "type": "integer",
                    "description": "Nine of ten stayed no longer."
                  }
                },
                "required": [
                  "workflow",
                  "state",
                  "state_label",
                  "stays",
                  "median",
                  "ninetieth"
                ],
                "additionalProperties": false
              },
              "SavedView": {
                "type": "object",
                "description": "A list that somebody comes back to.",
                "properties": {
                  "name": {
                    "type": "string"
                  },
                  "query": {
                    "type": "string",
                    "description": "The query part of the list's address.",
                    "examples": [
                      "phase=signing&region=53"
                    ]
                  }
                },
                "required": [
                  "name",
                  "query"
                ],
                "additionalProperties": false
              },
              "SavedViewInput": {
                "type": "object",
                "properties": {
                  "query": {
                    "type": "string",
                    "description": "The query part of the list's address.",
                    "examples": [
                      "phase=signing&region=53"
                    ]
                  }
                },
                "required": [
                  "query"
                ],
                "additionalProperties": false
              },
              "BulkInput": {
                "type": "object",
                "properties": {
                  "transition": {
                    "type": "string"
                  },
                  "reason": {
                    "type": "string"
                  },
                  "effective_on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "dry_run": {
                    "type": "boolean",
                    "description": "Only say what would become of each."
                  },
                  "items": {
                    "type": "array",
                    "maxItems": 200,
                    "items": {
                      "type": "object",
                      "properties": {
                        "agreement": {
                          "$ref": "#/components/schemas/AgreementKey"
                        },
                        "version": {
                          "type": "integer",
                          "description": "The version last read; needed unless it is a dry run."
                        }
                      },
                      "required": [
                        "agreement"
                      ],
                      "additionalProperties": false
                    }
                  }
                },
                "required": [
                  "transition",
                  "items"
                ],
                "additionalProperties": false
              },
              "BulkResult": {
                "type": "object",
                "properties": {
                  "items": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "agreement": {
                          "type": "string"
                        },
                        "title": {
                          "type": "string"
                        },
                        "done": {
                          "type": "boolean"
                        },
                        "state": {
                          "type": "string",
                          "description": "As the step left it or would; where it is refused, as it is."
                        },
                        "state_label": {
                          "type": "string"
                        },
                        "seen": {
                          "type": "integer",
                          "description": "The version it was decided on."
                        },
                        "version": {
                          "type": "integer"
                        },
                        "problem": {
                          "$ref": "#/components/schemas/Problem"
                        }
                      },
                      "required": [
                        "agreement",
                        "done"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "done": {
                    "type": "integer"
                  },
                  "refused": {
                    "type": "integer"
                  }
                },
                "required": [
                  "items",
                  "done",
                  "refused"
                ],
                "additionalProperties": false
              },
              "Question": {
                "type": "object",
                "description": "One of what coordinators ask every week.",
                "properties": {
                  "name": {
                    "type": "string",
                    "enum": [
                      "today",
                      "expiring",
                      "gaps",
                      "waiting",
                      "unmet",
                      "signatures",
                      "runway",
                      "arrears",
                      "budget_changes",
                      "coverage",
                      "member_changes",
                      "findings",
                      "officers",
                      "trouble",
                      "report"
                    ]
                  },
                  "ask": {
                    "type": "string"
                  },
                  "count": {
                    "type": "integer",
                    "description": "Absent where only its own answer can tell."
                  }
                },
                "required": [
                  "name",
                  "ask"
                ],
                "additionalProperties": false
              },
              "Expiring": {
                "type": "object",
                "description": "Papers that end soon, and no paper follows them, not even a draft.",
                "properties": {
                  "on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "horizons": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "days": {
                          "type": "integer"
                        },
                        "papers": {
                          "type": "integer"
                        },
                        "people": {
                          "type": "integer"
                        }
                      },
                      "required": [
                        "days",
                        "papers",
                        "people"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "items": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "agreement_id": {
                          "type": "string",
                          "pattern": "^agr_"
                        },
                        "ref": {
                          "type": "string"
                        },
                        "title": {
                          "type": "string"
                        },
                        "region": {
                          "type": "string"
                        },
                        "region_name": {
                          "type": "string"
                        },
                        "ends_on": {
                          "$ref": "#/components/schemas/Date"
                        },
                        "days": {
                          "type": "integer"
                        },
                        "people": {
                          "type": "integer"
                        }
                      },
                      "required": [
                        "agreement_id",
                        "region",
                        "ends_on",
                        "days",
                        "people"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "next_cursor": {
                    "type": [
                      "string",
                      "null"
                    ],
                    "description": "Ask with this as `cursor` for what follows; null at the end."
                  }
                },
                "required": [
                  "on",
                  "horizons",
                  "items",
                  "next_cursor"
                ],
                "additionalProperties": false
              },
              "Waiting": {
                "type": "object",
                "description": "Whom a paper waits for.",
                "properties": {
                  "agreement_id": {
                    "type": "string",
                    "pattern": "^agr_"
                  },
                  "ref": {
                    "type": "string"
                  },
                  "title": {
                    "type": "string"
                  },
                  "region": {
                    "type": "string"
                  },
                  "region_name": {
                    "type": "string"
                  },
                  "state": {
                    "type": "string"
                  },
                  "state_label": {
                    "type": "string"
                  },
                  "waits_for": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Role"
                    }
                  },
                  "since": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "deadline": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "missing": {
                    "type": "string",
                    "description": "What stands in its way first."
                  },
                  "last_told": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "role": {
                          "$ref": "#/components/schemas/Role"
                        },
                        "at": {
                          "$ref": "#/components/schemas/Moment"
                        },
                        "say": {
                          "type": "string"
                        },
                        "state": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "role",
                        "say",
                        "state"
                      ],
                      "additionalProperties": false
                    }
                  }
                },
                "required": [
                  "agreement_id",
                  "region",
                  "state",
                  "state_label",
                  "waits_for",
                  "since",
                  "last_told"
                ],
                "additionalProperties": false
              },
              "Signatures": {
                "type": "object",
                "description": "Who has signed a paper, and where its signed copies are.",
                "properties": {
                  "agreement_id": {
                    "type": "string",
                    "pattern": "^agr_"
                  },
                  "ref": {
                    "type": "string"
                  },
                  "title": {
                    "type": "string"
                  },
                  "region": {
                    "type": "string"
                  },
                  "region_name": {
                    "type": "string"
                  },
                  "state_label": {
                    "type": "string"
                  },
                  "signed": {
                    "type": "integer"
                  },
                  "unsigned": {
                    "type": "integer"
                  },
                  "parties": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "key": {
                          "type": "string"
                        },
                        "name": {
                          "type": "string"
                        },
                        "required": {
                          "type": "boolean"
                        },
                        "signatory": {
                          "type": "string"
                        },
                        "office": {
                          "type": "string"
                        },
                        "signed_on": {
                          "$ref": "#/components/schemas/Date"
                        },
                        "number": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "key",
                        "name",
                        "required"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "copies": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Document"
                    }
                  }
                },
                "required": [
                  "agreement_id",
                  "region",
                  "state_label",
                  "signed",
                  "unsigned",
                  "parties",
                  "copies"
                ],
                "additionalProperties": false
              },
              "BudgetChange": {
                "type": "object",
                "description": "A budget that was revised.",
                "properties": {
                  "agreement_id": {
                    "type": "string",
                    "pattern": "^agr_"
                  },
                  "ref": {
                    "type": "string"
                  },
                  "title": {
                    "type": "string"
                  },
                  "region": {
                    "type": "string"
                  },
                  "region_name": {
                    "type": "string"
                  },
                  "line": {
                    "type": "string"
                  },
                  "before": {
                    "$ref": "#/components/schemas/Rupiah"
                  },
                  "amount": {
                    "$ref": "#/components/schemas/Rupiah"
                  },
                  "kind": {
                    "$ref": "#/components/schemas/RevisionKind"
                  },
                  "effective_on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "entered_at": {
                    "$ref": "#/components/schemas/Moment"
                  },
                  "reference": {
                    "type": "string"
                  },
                  "shortfall": {
                    "type": "integer",
                    "description": "What the year is short of now, in rupiah."
                  },
                  "needs_addendum": {
                    "type": "boolean"
                  },
                  "addendum": {
                    "type": "string",
                    "description": "The one that is on its way or in force."
                  }
                },
                "required": [
                  "agreement_id",
                  "region",
                  "line",
                  "before",
                  "amount",
                  "kind",
                  "effective_on",
                  "entered_at",
                  "shortfall",
                  "needs_addendum"
                ],
                "additionalProperties": false
              },
              "MemberChangesOfMonth": {
                "type": "object",
                "description": "What was handed in about a month's members, and who has handed in nothing.",
                "properties": {
                  "month": {
                    "$ref": "#/components/schemas/Month"
                  },
                  "due_on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "total": {
                    "type": "object",
                    "properties": {
                      "agreements": {
                        "type": "integer",
                        "description": "How many have handed something in."
                      },
                      "missing": {
                        "type": "integer",
                        "description": "Agreements in force with members that have not."
                      },
                      "changes": {
                        "type": "object",
                        "additionalProperties": {
                          "type": "integer"
                        },
                        "description": "Heads by reason."
                      }
                    },
                    "required": [
                      "agreements",
                      "missing",
                      "changes"
                    ],
                    "additionalProperties": false
                  },
                  "before": {
                    "type": "object",
                    "properties": {
                      "agreements": {
                        "type": "integer",
                        "description": "How many have handed something in."
                      },
                      "missing": {
                        "type": "integer",
                        "description": "Agreements in force with members that have not."
                      },
                      "changes": {
                        "type": "object",
                        "additionalProperties": {
                          "type": "integer"
                        },
                        "description": "Heads by reason."
                      }
                    },
                    "required": [
                      "agreements",
                      "missing",
                      "changes"
                    ],
                    "additionalProperties": false
                  },
                  "items": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "agreement_id": {
                          "type": "string",
                          "pattern": "^agr_"
                        },
                        "ref": {
                          "type": "string"
                        },
                        "title": {
                          "type": "string"
                        },
                        "region": {
                          "type": "string"
                        },
                        "region_name": {
                          "type": "string"
                        },
                        "members": {
                          "type": "integer"
                        }
                      },
                      "required": [
                        "agreement_id",
                        "region",
                        "members"
                      ],
                      "additionalProperties": false
                    }
                  }
                },
                "required": [
                  "month",
                  "due_on",
                  "total",
                  "before",
                  "items"
                ],
                "additionalProperties": false
              },
              "FindingCount": {
                "type": "object",
                "description": "How often something does not add up.",
                "properties": {
                  "code": {
                    "type": "string"
                  },
                  "owner": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "serious": {
                    "type": "boolean"
                  },
                  "findings": {
                    "type": "integer"
                  }
                },
                "required": [
                  "code",
                  "owner",
                  "serious",
                  "findings"
                ],
                "additionalProperties": false
              },
              "FindingOfAgreement": {
                "type": "object",
                "properties": {
                  "agreement_id": {
                    "type": "string",
                    "pattern": "^agr_"
                  },
                  "ref": {
                    "type": "string"
                  },
                  "title": {
                    "type": "string"
                  },
                  "region": {
                    "type": "string"
                  },
                  "region_name": {
                    "type": "string"
                  },
                  "code": {
                    "type": "string"
                  },
                  "key": {
                    "type": "string"
                  },
                  "owner": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "say": {
                    "type": "string"
                  },
                  "numbers": {
                    "type": "object"
                  }
                },
                "required": [
                  "agreement_id",
                  "region",
                  "code",
                  "key",
                  "owner",
                  "say",
                  "numbers"
                ],
                "additionalProperties": false
              },
              "Officers": {
                "type": "object",
                "description": "Who is named to sign against who holds the office.",
                "properties": {
                  "changed": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "agreement_id": {
                          "type": "string",
                          "pattern": "^agr_"
                        },
                        "ref": {
                          "type": "string"
                        },
                        "title": {
                          "type": "string"
                        },
                        "region": {
                          "type": "string"
                        },
                        "region_name": {
                          "type": "string"
                        },
                        "party": {
                          "type": "string"
                        },
                        "name": {
                          "type": "string"
                        },
                        "office": {
                          "type": "string"
                        },
                        "holders": {
                          "type": "array",
                          "items": {
                            "type": "string"
                          },
                          "description": "Who holds it now; empty where nobody has been entered."
                        }
                      },
                      "required": [
                        "agreement_id",
                        "region",
                        "party",
                        "name",
                        "office",
                        "holders"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "unknown": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "agreement_id": {
                          "type": "string",
                          "pattern": "^agr_"
                        },
                        "ref": {
                          "type": "string"
                        },
                        "title": {
                          "type": "string"
                        },
                        "region": {
                          "type": "string"
                        },
                        "region_name": {
                          "type": "string"
                        },
                        "party": {
                          "type": "string"
                        },
                        "name": {
                          "type": "string"
                        },
                        "office": {
                          "type": "string"
                        },
                        "holders": {
                          "type": "array",
                          "items": {
                            "type": "string"
                          },
                          "description": "Who holds it now; empty where nobody has been entered."
                        }
                      },
                      "required": [
                        "agreement_id",
                        "region",
                        "party",
                        "name",
                        "office",
                        "holders"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "confirmed": {
                    "type": "integer"
                  }
                },
                "required": [
                  "changed",
                  "unknown",
                  "confirmed"
                ],
                "additionalProperties": false
              },
              "Trouble": {
                "type": "object",
                "description": "Reminders that were missed or ignored, and mails and webhooks that failed.",
                "properties": {
                  "reminders": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "id": {
                          "type": "string"
                        },
                        "agreement_id": {
                          "type": "string"
                        },
                        "ref": {
                          "type": "string"
                        },
                        "region": {
                          "type": "string"
                        },
                        "due_at": {
                          "$ref": "#/components/schemas/Moment"
                        },
                        "say": {
                          "type": "string"
                        },
                        "recipient": {
                          "$ref": "#/components/schemas/Role"
                        },
                        "instead_of": {
                          "type": "array",
                          "items": {
                            "$ref": "#/components/schemas/Role"
                          },
                          "description": "Who did not answer before."
                        },
                        "state": {
                          "type": "string"
                        },
                        "reason": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "id",
                        "agreement_id",
                        "region",
                        "due_at",
                        "say",
                        "recipient",
                        "instead_of",
                        "state"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "mails": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "id": {
                          "type": "string"
                        },
                        "person": {
                          "type": "string"
                        },
                        "subject": {
                          "type": "string"
                        },
                        "attempts": {
                          "type": "integer"
                        },
                        "last_reply": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "id",
                        "person",
                        "subject",
                        "attempts"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "deliveries": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "id": {
                          "type": "string"
                        },
                        "endpoint": {
                          "type": "string"
                        },
                        "type": {
                          "type": "string"
                        },
                        "seq": {
                          "type": "integer"
                        },
                        "state": {
                          "type": "string"
                        },
                        "attempts": {
                          "type": "integer"
                        },
                        "last_status": {
                          "type": "integer"
                        },
                        "last_error": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "id",
                        "endpoint",
                        "type",
                        "seq",
                        "state",
                        "attempts"
                      ],
                      "additionalProperties": false
                    }
                  }
                },
                "required": [
                  "reminders",
                  "mails",
                  "deliveries"
                ],
                "additionalProperties": false
              },
              "Report": {
                "type": "object",
                "description": "A region and a month on one page.",
                "properties": {
                  "region": {
                    "type": "string"
                  },
                  "region_name": {
                    "type": "string"
                  },
                  "month": {
                    "$ref": "#/components/schemas/Month"
                  },
                  "on": {
                    "$ref": "#/components/schemas/Date"
                  },
                  "done": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "workflow": {
                          "type": "string"
                        },
                        "state": {
                          "type": "string"
                        },
                        "state_label": {
                          "type": "string"
                        },
                        "agreements": {
                          "type": "integer"
                        }
                      },
                      "required": [
                        "workflow",
                        "state",
                        "state_label",
                        "agreements"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "brought_into_force": {
                    "type": "integer"
                  },
                  "phases": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "integer"
                    }
                  },
                  "late": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "role": {
                          "$ref": "#/components/schemas/Role"
                        },
                        "office": {
                          "type": "string"
                        },
                        "agreements": {
                          "type": "integer"
                        },
                        "people": {
                          "type": "integer"
                        },
                        "rupiah": {
                          "type": "integer"
                        }
                      },
                      "required": [
                        "role",
                        "office",
                        "agreements",
                        "people",
                        "rupiah"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "needed": {
                    "type": "integer"
                  },
                  "available": {
                    "type": "integer"
                  },
                  "shortfall": {
                    "type": "integer"
                  },
                  "billed": {
                    "type": "integer"
                  },
                  "paid": {
                    "type": "integer"
                  },
                  "money_used_percent": {
                    "type": [
                      "number",
                      "null"
                    ]
                  },
                  "time_used_percent": {
                    "type": "number"
                  },
                  "arrears": {
                    "type": "integer"
                  },
                  "overdue_bills": {
                    "type": "integer"
                  },
                  "gaps": {
                    "type": "integer"
                  },
                  "people_at_risk": {
                    "type": "integer"
                  },
                  "endings": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "month": {
                          "$ref": "#/components/schemas/Month"
                        },
                        "papers": {
                          "type": "integer"
                        },
                        "people": {
                          "type": "integer"
                        }
                      },
                      "required": [
                        "month",
                        "papers",
                        "people"
                      ],
                      "additionalProperties": false
                    }
                  }
                },
                "required": [
                  "month",
                  "on",
                  "done",
                  "brought_into_force",
                  "phases",
                  "late",
                  "needed",
                  "available",
                  "shortfall",
                  "billed",
                  "paid",
                  "money_used_percent",
                  "time_used_percent",
                  "arrears",
                  "overdue_bills",
                  "gaps",
                  "people_at_risk",
                  "endings"
                ],
                "additionalProperties": false
              }
            }
          }
        }
        """#
}
